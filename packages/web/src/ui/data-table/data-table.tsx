import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Column, Lead, Sort } from './column.ts';
import { DataTableHead } from './data-table-head.tsx';
import { DataTableRow } from './data-table-row.tsx';
import classes from './data-table.module.css';
import { nextIndex } from './next-index.ts';
import { reachableIndex } from './reachable-index.ts';
import { sortedRows } from './sorted-rows.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useRowWindow } from './use-row-window.ts';

export type DataTableProps<Row extends object> = {
  /** What the table lists, for screen readers: "Accounts". */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly lead?: Lead<Row> | undefined;
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Where the row leads: its first cell becomes the link, and a click anywhere in the row follows it. */
  readonly rowHref?: (row: Row) => string;
  /** Sorting held by the page (its URL); without it the table holds it. */
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  /** There are more rows than these, so columns do not sort. */
  readonly isPartial?: boolean;
  /** j and k walk as well, from anywhere in the page. */
  readonly hasLetterKeys?: boolean;
  /** The row that has the focus when the table comes up. */
  readonly startAt?: number | undefined;
  /** Below the rows: a button for more, a sum. */
  readonly footer?: ReactNode;
};

/** A dense list: sticky head, sortable columns, ↑ ↓ Home End between rows, Enter opens; many rows exist only where seen. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, lead, rows, rowId, rowHref, isPartial = false, hasLetterKeys = false, footer } = props;
  const [ownSort, setOwnSort] = useState<Sort>();
  const [active, setActive] = useState(props.startAt ?? 0);
  const table = useRef<HTMLTableElement>(null);
  const sort = props.onSort ? props.sort : ownSort;
  const sorted = useMemo(
    () => sortedRows(columns, rows, isPartial ? undefined : sort),
    [columns, rows, isPartial, sort],
  );
  const { indexes, above, below, reveal, measure } = useRowWindow(sorted.length, table);
  const reached = reachableIndex(active, indexes) ?? 0;
  const walkTo = (next: number) => {
    setActive(next);
    reveal(next);
    // At once, so that whoever types j and Enter opens it; but a row far away exists only after the window moved.
    if (!focusRow(table.current, next))
      requestAnimationFrame(() => requestAnimationFrame(() => focusRow(table.current, next)));
  };
  const start = useEffectEvent(() => {
    if (props.startAt !== undefined) walkTo(props.startAt);
  });
  useEffect(() => {
    // After whoever shows the page has scrolled it to its top.
    const frame = requestAnimationFrame(() => requestAnimationFrame(start));
    return () => cancelAnimationFrame(frame);
  }, []);
  const walk = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, reached, sorted.length);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    walkTo(next);
  };
  useRowKeys({ table, active: reached, count: hasLetterKeys && rowHref ? sorted.length : 0, walkTo });
  return (
    <div className={classes['frame']}>
      <table ref={table} className={classes['table']} aria-label={label} aria-rowcount={sorted.length + 1}>
        <DataTableHead
          columns={columns}
          lead={lead}
          sort={sort}
          onSort={isPartial ? undefined : (props.onSort ?? setOwnSort)}
        />
        <tbody onKeyDown={rowHref && walk}>
          <Spacer pixels={above} />
          {indexes.map((index) => {
            const row = sorted[index];
            return row === undefined ? null : (
              <DataTableRow
                key={rowId(row)}
                {...{ row, index, columns, lead, measure }}
                href={rowHref?.(row)}
                isActive={index === reached}
                onFocus={setActive}
              />
            );
          })}
          <Spacer pixels={below} />
        </tbody>
      </table>
      {footer !== undefined && <div className={classes['footer']}>{footer}</div>}
    </div>
  );
}

function Spacer({ pixels }: { readonly pixels: number }) {
  return pixels > 0 ? <tr aria-hidden style={{ height: pixels }} /> : null;
}

function focusRow(table: HTMLTableElement | null, index: number): boolean {
  const link = table?.querySelector<HTMLElement>(`tr[data-index="${index}"] a`);
  link?.focus();
  return link !== null && link !== undefined;
}
