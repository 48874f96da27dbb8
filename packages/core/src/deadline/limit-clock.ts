/** What a limit says of one period: how much was used, when it came near, when it was gone over. */
import { inRange } from '../calendar/time-range.ts';
import type { Clock } from './clock.ts';
import type { ClockName, Draft } from './clock-of.ts';
import type { OwedPeriod } from './owed-periods.ts';
import type { Grid } from './periods.ts';

/** A limit in force, and the periods in which it counts. */
export type Limited = { readonly grid: Grid; readonly most: number; readonly unit: 'seconds' | 'times' };

/** One fact that used some of the limit, or an approval that raised it; `most` is what was allowed at the time. */
export type Entry = { readonly at: number; readonly most: number; readonly amount: number; readonly approves: boolean };

/** The clock of one period at `now`, from the entries that fall into it. */
export function limitClock(
  period: OwedPeriod<Limited>,
  entries: readonly Entry[],
  name: ClockName,
  warnAt: number | undefined,
  now: number,
): Clock {
  const { owed, number, from, to, cutAt } = period;
  let { most } = owed;
  let raised = 0;
  let counted = 0;
  let breachedAt: number | undefined;
  let warnedAt: number | undefined;
  for (const entry of entries) {
    ({ most } = entry);
    if (entry.approves) raised += entry.amount;
    else {
      counted += entry.amount;
      if (counted > most + raised) breachedAt ??= entry.at;
      if (warnAt !== undefined && counted * 100 >= (most + raised) * warnAt) warnedAt ??= entry.at;
    }
  }
  const end = cutAt ?? to;
  const allowed = most + raised;
  const clock: Draft = {
    ...name,
    cycle: 1,
    turn: number,
    state: breachedAt === undefined ? (now >= end ? 'met' : 'running') : 'breached',
    opened: from,
    pauses: [],
    targets: [],
    tally:
      allowed < Number.POSITIVE_INFINITY ? { counted, most: allowed, unit: owed.unit } : { counted, unit: owed.unit },
  };
  if (inRange(end)) clock.due = end;
  if (breachedAt !== undefined) clock.breachedAt = breachedAt;
  else if (now >= end) clock.metAt = end;
  if (warnedAt !== undefined) clock.warnedAt = warnedAt;
  return clock;
}
