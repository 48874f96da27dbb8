import { refuse } from '../refusals.ts';
import { dueSeconds } from './open-time.ts';
import { HORIZON_DAYS, instantOf, secondsOf, wholeCount } from './time-range.ts';
import type { Result } from '../refusals.ts';
import type { Calendar } from './calendar.ts';

/**
 * The instant at which `seconds` of open time have passed since `from`; real elapsed seconds, so a
 * day of 25 hours has 25. From a closed instant counting starts at the next opening. A deadline
 * that reaches a closing exactly stays there, and 0 seconds stay at `from` even when it is closed.
 * A fraction of a second in `from` is dropped. Refuses `time.invalid-duration`,
 * `time.out-of-range`, and `time.beyond-horizon` for a result more than 3653 days after `from`.
 */
export function addWorkingTime(calendar: Calendar, from: Temporal.Instant, seconds: number): Result<Temporal.Instant> {
  const duration = wholeCount(seconds, 'seconds');
  if (!duration.ok) return duration;
  const start = secondsOf(from);
  if (!start.ok) return start;
  const due = dueSeconds(calendar, start.value, seconds);
  if (!Number.isNaN(due)) return instantOf(due);
  const sentence = `${seconds} open seconds after ${from.toString()} lie more than ${HORIZON_DAYS} days ahead.`;
  return refuse('time.beyond-horizon', sentence);
}
