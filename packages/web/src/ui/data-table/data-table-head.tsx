import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import type { Column, Lead, Sort } from './column.ts';
import classes from './data-table.module.css';

export type DataTableHeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly lead: Lead<Row> | undefined;
  readonly sort: Sort | undefined;
  /** Absent where not all rows are there: half a list sorted would be a lie. */
  readonly onSort: ((sort: Sort) => void) | undefined;
};

/** The sticky head; a click on a sortable column sorts by it, another one turns it round. */
export function DataTableHead<Row>({ columns, lead, sort, onSort }: DataTableHeadProps<Row>) {
  return (
    <thead className={classes['head']}>
      <tr>
        {lead && (
          <th scope="col" data-lead>
            {lead.header}
          </th>
        )}
        {columns.map(({ id, header, sortBy, align, width, wideOnly }) => {
          const sorted = sort?.by === id ? sort : undefined;
          const ariaSort = sorted && (sorted.descending ? 'descending' : 'ascending');
          const next = { by: id, descending: sorted ? !sorted.descending : false };
          return (
            <th key={id} scope="col" style={{ width }} data-align={align} data-wide={wideOnly} aria-sort={ariaSort}>
              {sortBy && onSort ? (
                <button type="button" className={classes['sort']} onClick={() => onSort(next)}>
                  {header}
                  <SortIcon sorted={sorted} />
                </button>
              ) : (
                header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SortIcon({ sorted }: { readonly sorted: Sort | undefined }) {
  const Icon = sorted ? (sorted.descending ? IconArrowDown : IconArrowUp) : IconSelector;
  return <Icon size={13} aria-hidden data-idle={sorted === undefined || undefined} />;
}
