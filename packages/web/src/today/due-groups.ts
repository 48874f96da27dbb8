/** Which part of the day, or of the days to come, something is due in: pure. */
import { instantParts } from './instant-parts.ts';

export const DUE_GROUPS = {
  overdue: 'Overdue',
  hour: 'Within the hour',
  today: 'Today',
  tomorrow: 'Tomorrow',
  week: 'This week',
  later: 'Later',
  open: 'Without a deadline',
} as const;
export type DueGroup = keyof typeof DUE_GROUPS;

const HOUR_MS = 3_600_000;

/** `zone`: the viewer's. The week ends with Sunday, and a day with the midnight after it: what is due then is due that day. */
export function dueGroup(dueAt: string | null, nowMs: number, zone: string): DueGroup {
  if (dueAt === null) return 'open';
  const at = Date.parse(dueAt);
  if (at < nowMs) return 'overdue';
  if (at - nowMs <= HOUR_MS) return 'hour';
  const today = instantParts(nowMs, zone);
  const days = instantParts(at - 1, zone).day - today.day;
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  return today.weekday + days <= 7 ? 'week' : 'later';
}

export type Entry<Row> =
  | { readonly group: DueGroup; readonly count: number }
  | { readonly row: Row; readonly index: number };

/** The rows in the order in which they came, with a heading before each group. */
export function withHeadings<Row extends { readonly dueAt: string | null }>(
  rows: readonly Row[],
  nowMs: number,
  zone: string,
): readonly Entry<Row>[] {
  const groups = Map.groupBy(
    rows.map((row, index) => ({ row, index })),
    ({ row }) => dueGroup(row.dueAt, nowMs, zone),
  );
  return [...groups].flatMap(([group, own]) => [{ group, count: own.length }, ...own]);
}
