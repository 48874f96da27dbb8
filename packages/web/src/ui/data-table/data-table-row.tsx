import { memo, type MouseEvent, type Ref } from 'react';
import { Link } from '../link.tsx';
import type { Column, Lead } from './column.ts';
import classes from './data-table.module.css';

export type DataTableRowProps<Row> = {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly lead: Lead<Row> | undefined;
  readonly href: string | undefined;
  /** One row of the table is reached by Tab, the others by arrows. */
  readonly isActive: boolean;
  readonly onFocus: (index: number) => void;
  /** Told of the row's element where rows exist only while they are seen: their heights differ. */
  readonly measure: Ref<HTMLTableRowElement> | undefined;
};

/** A row; its first cell is the row's heading, and its link if it leads somewhere. Walking shows two rows anew, and not all. */
export const DataTableRow = memo(Shown) as typeof Shown;

function Shown<Row>(props: DataTableRowProps<Row>) {
  const { row, index, columns, lead, href, isActive, onFocus, measure } = props;
  return (
    <tr
      ref={measure}
      data-index={index}
      data-link={href !== undefined || undefined}
      aria-rowindex={index + 2}
      onClick={follow}
      onFocus={() => onFocus(index)}
    >
      {lead && <td data-lead>{lead.cell(row)}</td>}
      {columns.map(({ id, cell, align, wideOnly }, at) => {
        const place = { 'data-align': align, 'data-wide': wideOnly };
        if (at > 0)
          return (
            <td key={id} {...place}>
              {cell(row)}
            </td>
          );
        return (
          <th key={id} scope="row" {...place}>
            {href === undefined ? (
              cell(row)
            ) : (
              <Link href={href} className={classes['link']} tabIndex={isActive ? 0 : -1}>
                {cell(row)}
              </Link>
            )}
          </th>
        );
      })}
    </tr>
  );
}

/** A click beside the link follows it too, unless it is on something else to use, or marks a text. */
function follow({ currentTarget, target }: MouseEvent<HTMLTableRowElement>): void {
  const isControl = target instanceof Element && target.closest('a, button, input, label') !== null;
  if (isControl || (getSelection()?.toString() ?? '') !== '') return;
  currentTarget.querySelector<HTMLAnchorElement>('th a')?.click();
}
