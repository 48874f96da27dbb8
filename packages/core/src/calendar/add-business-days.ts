import { refuse } from '../refusals.ts';
import { businessDateFrom } from './business-date.ts';
import { nextOpeningSeconds } from './edges.ts';
import { openAt } from './open-time.ts';
import { openTimeOfDate } from './open-time-of-date.ts';
import { HORIZON_DAYS, instantOf, secondsOf, wholeCount } from './time-range.ts';
import { DAY } from './wall-time.ts';
import { localDay, secondsOfWall, wallOf } from './zone-table.ts';
import type { Result } from '../refusals.ts';
import type { Calendar } from './calendar.ts';

/**
 * The deadline of "`days` business days" from an instant. Counting starts at `from` when the
 * calendar is open then, else at the next opening; the target is the `days`-th business date after
 * that moment's local date (0: that moment itself). The deadline is the same wall time on the
 * target date if the calendar is open then; otherwise the latest closing of the open time that
 * belongs to that date at or before it; otherwise that date's first opening. Open time that was over
 * before counting started counts nowhere. Refuses
 * `time.invalid-duration`, `time.out-of-range` and `time.beyond-horizon` (3653 days).
 */
export function addBusinessDays(calendar: Calendar, from: Temporal.Instant, days: number): Result<Temporal.Instant> {
  const count = wholeCount(days, 'business days');
  if (!count.ok) return count;
  const at = secondsOf(from);
  if (!at.ok) return at;
  const start = nextOpeningSeconds(calendar, at.value);
  if (Number.isNaN(start)) return beyond(days, from);
  if (days === 0) return instantOf(start);
  const startDay = localDay(calendar.zone, start);
  const target = businessDateFrom(calendar, start, days, 1);
  if (target === undefined) return beyond(days, from);
  const wall = wallOf(calendar.zone, start) - startDay * DAY;
  return instantOf(deadlineOn(calendar, target, wall, start));
}

function deadlineOn(calendar: Calendar, dayNo: number, wall: number, start: number): number {
  const wished = secondsOfWall(calendar.zone, dayNo * DAY + wall);
  if (openAt(calendar, wished)) return wished;
  const open = openTimeOfDate(calendar, dayNo).filter(({ to }) => to > start);
  return open.findLast((span) => span.to <= wished)?.to ?? open[0]?.from ?? wished;
}

function beyond(days: number, from: Temporal.Instant): Result<never> {
  const sentence = `${days} business days after ${from.toString()} lie more than ${HORIZON_DAYS} days ahead.`;
  return refuse('time.beyond-horizon', sentence);
}
