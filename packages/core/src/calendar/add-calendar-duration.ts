import { granted, refuse } from '../refusals.ts';
import { dayOfPlainDate, plainDate } from './civil-day.ts';
import { instantOf, secondsOf, wholeCount } from './time-range.ts';
import { DAY } from './wall-time.ts';
import { secondsOfWall, wallOf, zoneTable } from './zone-table.ts';
import type { Result } from '../refusals.ts';

/** One or more calendar units; whole numbers from 0. */
export type CalendarDuration = {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
};

/**
 * The same wall time on a later local date: years and months first (a month that is too short ends
 * on its last day), then weeks and days. A wall time shown twice means its first showing, a skipped
 * one the instant at which the clock skips it. Open hours play no part. Refuses
 * `calendar.unknown-zone`, `time.invalid-duration` and `time.out-of-range`; there is no horizon.
 */
export function addCalendarDuration(
  zone: string,
  from: Temporal.Instant,
  duration: CalendarDuration,
): Result<Temporal.Instant> {
  const table = zoneTable(zone);
  if (!table) return refuse('calendar.unknown-zone', `"${zone}" is not a time zone.`);
  const start = secondsOf(from);
  if (!start.ok) return start;
  const wall = wallOf(table, start.value);
  const day = Math.floor(wall / DAY);
  const later = laterDay(day, duration);
  if (!later.ok) return later;
  return instantOf(secondsOfWall(table, later.value * DAY + wall - day * DAY));
}

/** Above this many days every sum is out of range; kept from Temporal, which would throw. */
const MOST_DAYS = 366_000;

function laterDay(day: number, duration: CalendarDuration): Result<number> {
  const { years = 0, months = 0, weeks = 0, days = 0 } = duration;
  for (const [unit, count] of Object.entries({ years, months, weeks, days })) {
    const whole = wholeCount(count, unit);
    if (!whole.ok) return whole;
  }
  if (years * 366 + months * 31 + weeks * 7 + days > MOST_DAYS) return refuse('time.out-of-range');
  return granted(dayOfPlainDate(plainDate(day).add({ years, months, weeks, days })));
}
