import type { ReactNode } from 'react';

/** A column of a DataTable. Keep the array outside the component, or in useMemo: a new one sorts everything again. */
export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable; rows without a value (undefined) come last either way. */
  readonly sortBy?: (row: Row) => string | number | undefined;
  /** Numbers stand at the end. */
  readonly align?: 'end';
  /** A CSS width; the others share what is left. */
  readonly width?: string;
  /** Left out under 768 px, where only what tells rows apart and what is urgent has room. */
  readonly wideOnly?: boolean;
};

/** What stands before a row's heading, such as a box to choose it by. */
export type Lead<Row> = { readonly header: ReactNode; readonly cell: (row: Row) => ReactNode };

/** Which column sorts, and how: of a shape that a URL holds. */
export type Sort = { readonly by: string; readonly descending: boolean };
