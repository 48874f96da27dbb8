import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Obligation } from '../ledger/obligation-words.ts';
import { LazyRecordFact } from '../ledger/record/lazy-record-fact.tsx';
import frame from '../ui/data-table/data-table.module.css';
import { nextIndex } from '../ui/data-table/next-index.ts';
import { reachableIndex } from '../ui/data-table/reachable-index.ts';
import { useRowWindow } from '../ui/data-table/use-row-window.ts';
import { MoreRows, type MoreRowsProps } from '../ui/more-rows.tsx';
import { useNow } from '../ui/now.ts';
import { useViewerZone } from '../ui/viewer-zone.ts';
import { DUE_GROUPS, withHeadings } from './due-groups.ts';
import { DueRow } from './due-row.tsx';
import classes from './due-table.module.css';
import { useRowKeys } from '../ui/data-table/use-row-keys.ts';

export type DueTableProps = MoreRowsProps & {
  readonly label: string;
  readonly rows: readonly Obligation[];
};

const HEADS = ['Due', 'Promise', 'Account', 'Owed by', 'State'] as const;
const WIDE_ONLY: ReadonlySet<string> = new Set(['Account', 'Owed by']);
/** As the style sheet has it. */
const PHONE = '(max-width: 47.99em)';

/**
 * What is owed, under the headings of its days. j, k and the arrows walk, Enter opens, r records what meets it. Many rows
 * exist only where they are seen.
 */
export function DueTable({ label, rows, pages }: DueTableProps) {
  const zone = useViewerZone();
  const now = useNow();
  const isPhone = useMediaQuery(PHONE, matchMedia(PHONE).matches);
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
  const [recorded, setRecorded] = useState<Obligation>();
  const entries = withHeadings(rows, now, zone);
  const { indexes, above, below, reveal } = useRowWindow(entries.length, table);
  const shown = indexes.flatMap((at) => {
    const entry = entries[at];
    return entry !== undefined && 'row' in entry ? [entry.index] : [];
  });
  const reached = reachableIndex(active, shown) ?? 0;
  const walkTo = (index: number) => {
    setActive(index);
    reveal(entries.findIndex((entry) => 'row' in entry && entry.index === index));
    // A row far away exists only after the window moved.
    requestAnimationFrame(() => requestAnimationFrame(() => focusRow(table.current, index)));
  };
  const walk = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, reached, rows.length);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    walkTo(next);
  };
  useRowKeys({
    table,
    active: reached,
    count: rows.length,
    walkTo,
    record: () => setRecorded(rows[reached]),
  });
  return (
    <div className={frame['frame']}>
      <table
        ref={table}
        className={`${frame['table']} ${classes['due']}`}
        aria-label={label}
        aria-rowcount={rows.length}
      >
        <thead className={frame['head']}>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col" data-wide={WIDE_ONLY.has(head) || undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {indexes.map((at) => {
            const entry = entries[at];
            if (entry === undefined) return null;
            return 'row' in entry ? (
              <DueRow
                key={entry.row.id}
                row={entry.row}
                index={entry.index}
                isActive={entry.index === reached}
                onFocus={() => setActive(entry.index)}
              />
            ) : (
              <tr key={entry.group} className={classes['group']}>
                {/* A column that only this heading spans would take its share of a fixed layout. */}
                <th colSpan={HEADS.length - (isPhone ? WIDE_ONLY.size : 0)} scope="rowgroup">
                  {DUE_GROUPS[entry.group]} <span>{entry.count}</span>
                </th>
              </tr>
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
      {pages.hasNextPage && (
        <div className={frame['footer']}>
          <MoreRows pages={pages} />
        </div>
      )}
      {recorded && (
        <LazyRecordFact
          accountId={recorded.accountId}
          obligation={recorded}
          onClose={() => {
            setRecorded(undefined);
            focusRow(table.current, reached);
          }}
        />
      )}
    </div>
  );
}

function focusRow(table: HTMLTableElement | null, index: number): void {
  table?.querySelector<HTMLElement>(`tr[data-index="${index}"] a`)?.focus();
}
