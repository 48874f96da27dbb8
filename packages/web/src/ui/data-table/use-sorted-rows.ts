import {
  type ColumnDef,
  createSortedRowModel,
  type Row as TableRow,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Column, Sort } from './column.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The rows in the order that is asked for; without a sort in the order in which they came. */
export function useSortedRows<Row extends object>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  sort: Sort | undefined,
): readonly Row[] {
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const sorting = useMemo(() => (sort ? [{ id: sort.by, desc: sort.descending }] : []), [sort]);
  const table = useTable<Features, Row>({ features, columns: definitions, data: rows, state: { sorting } });
  const sorted = table.getRowModel().rows;
  return useMemo(() => sorted.map(({ original }) => original), [sorted]);
}

function definitionOf<Row extends object>({ id, sortBy }: Column<Row>): ColumnDef<Features, Row> {
  return sortBy ? { id, accessorFn: sortBy, sortFn: ascending, sortUndefined: 'last' } : { id };
}

/** TanStack turns it round itself when descending, and keeps undefined last. */
function ascending<Row extends object>(
  one: TableRow<Features, Row>,
  other: TableRow<Features, Row>,
  columnId: string,
): number {
  const [left, right] = [one.getValue<unknown>(columnId), other.getValue<unknown>(columnId)];
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : collator.compare(String(left), String(right));
}
