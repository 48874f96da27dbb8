import { refuse } from '../refusals.ts';
import { businessDateFrom } from './business-date.ts';
import { previousClosingSeconds } from './edges.ts';
import { openTimeOfDate } from './open-time-of-date.ts';
import { HORIZON_DAYS, instantOf, secondsOf, wholeCount } from './time-range.ts';
import { DAY } from './wall-time.ts';
import { localDay, secondsOfWall, wallOf } from './zone-table.ts';
import type { Result } from '../refusals.ts';
import type { Calendar } from './calendar.ts';

/**
 * The mirror of `addBusinessDays`. Counting starts at `from` when open time leads up to it, else at
 * the closing before it; a closing at 24:00 belongs to the day that it ends. The result is the same
 * wall time on the target date if open time leads up to it; otherwise the earliest opening of that
 * date's open time at or after it; otherwise that date's last closing. Refuses as `addBusinessDays`
 * does.
 */
export function subtractBusinessDays(
  calendar: Calendar,
  from: Temporal.Instant,
  days: number,
): Result<Temporal.Instant> {
  const count = wholeCount(days, 'business days');
  if (!count.ok) return count;
  const at = secondsOf(from);
  if (!at.ok) return at;
  const start = previousClosingSeconds(calendar, at.value);
  if (Number.isNaN(start)) return beyond(days, from);
  if (days === 0) return instantOf(start);
  const startDay = localDay(calendar.zone, start - 1);
  const target = businessDateFrom(calendar, start, days, -1);
  if (target === undefined) return beyond(days, from);
  const wall = wallOf(calendar.zone, start - 1) + 1 - startDay * DAY;
  return instantOf(beginningOn(calendar, target, wall, start));
}

function beginningOn(calendar: Calendar, dayNo: number, wall: number, start: number): number {
  const wished = secondsOfWall(calendar.zone, dayNo * DAY + wall);
  if (previousClosingSeconds(calendar, wished) === wished) return wished;
  const open = openTimeOfDate(calendar, dayNo).filter(({ from }) => from < start);
  return open.find((span) => span.from >= wished)?.from ?? open.at(-1)?.to ?? wished;
}

function beyond(days: number, from: Temporal.Instant): Result<never> {
  const sentence = `${days} business days before ${from.toString()} lie more than ${HORIZON_DAYS} days back.`;
  return refuse('time.beyond-horizon', sentence);
}
