import type { Column, Sort } from './column.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * The rows in the order that is asked for; without a sort, or by a column that does not sort, in the order in which they came.
 * Rows that are alike keep it, and those without a value come last either way.
 */
export function sortedRows<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  sort: Sort | undefined,
): readonly Row[] {
  const sortBy = columns.find(({ id }) => id === sort?.by)?.sortBy;
  if (!sortBy) return rows;
  const turn = sort?.descending ? -1 : 1;
  // Asked once for each row, and not once for each comparison.
  const valued = rows.map((row) => ({ row, value: sortBy(row) }));
  return valued
    .toSorted((one, other) =>
      one.value === undefined || other.value === undefined
        ? Number(one.value === undefined) - Number(other.value === undefined)
        : turn * compare(one.value, other.value),
    )
    .map(({ row }) => row);
}

function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other));
}
