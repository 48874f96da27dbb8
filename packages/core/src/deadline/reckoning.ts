/**
 * The arithmetic of one clock: seconds on a calendar, less the pauses. Pauses are ordered and do not
 * overlap; time outside open hours counts neither way, so a pause at night changes nothing.
 */
import type { Calendar } from '../calendar/calendar.ts';
import { dueSeconds, openSecondsBetween } from '../calendar/open-time.ts';
import { inRange } from '../calendar/time-range.ts';
import type { Pause } from './clock.ts';

/** Seconds that the clock has counted from `opened` until `until`. */
export function elapsedUntil(calendar: Calendar, opened: number, pauses: readonly Pause[], until: number): number {
  return openSecondsBetween(calendar, opened, until) - pausedSeconds(calendar, pauses, until);
}

/** Seconds of open time that fell into pauses before `until`. */
export function pausedSeconds(calendar: Calendar, pauses: readonly Pause[], until: number): number {
  let sum = 0;
  for (const pause of pauses) sum += openSecondsBetween(calendar, pause.from, Math.min(pause.to ?? until, until));
  return sum;
}

/**
 * A deadline after one pause that is over: later by the open time that fell into it. A pause which began at the
 * deadline or after it comes too late to help. Undefined beyond the horizon.
 */
export function pushedBack(
  calendar: Calendar,
  due: number | undefined,
  { from, to = from }: Pause,
): number | undefined {
  if (due === undefined || from >= due) return due;
  return finite(dueSeconds(calendar, due, openSecondsBetween(calendar, from, to)));
}

/** Calendars answer NaN beyond the horizon; clocks leave the value out, and any after the year 2499. */
export function finite(seconds: number): number | undefined {
  return Number.isFinite(seconds) && inRange(seconds) ? seconds : undefined;
}
