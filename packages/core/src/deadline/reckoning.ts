/**
 * The arithmetic of one clock: seconds on a calendar, less the pauses. Pauses are ordered and do not
 * overlap; time outside open hours counts neither way, so a pause at night changes nothing.
 */
import type { Calendar } from '../calendar/calendar.ts';
import { dueSeconds, openSecondsBetween } from '../calendar/open-time.ts';
import type { Pause, Target } from './clock.ts';

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
 * The deadline of a target with these pauses: undefined while the last pause lasts and the time was
 * not used up before it; NaN beyond the horizon.
 */
export function deadlineOf(target: Target, opened: number, pauses: readonly Pause[]): number | undefined {
  if (pauses.length === 0) return target.due;
  const { calendar } = target;
  let from = opened;
  let left = target.seconds;
  let lost = 0;
  for (const pause of pauses) {
    const counted = openSecondsBetween(calendar, from, pause.from);
    if (left <= counted) return lost === 0 ? target.due : dueSeconds(calendar, from, left);
    left -= counted;
    if (pause.to === undefined) return undefined;
    lost += openSecondsBetween(calendar, pause.from, pause.to);
    from = pause.to;
  }
  return lost === 0 ? target.due : dueSeconds(calendar, from, left);
}
