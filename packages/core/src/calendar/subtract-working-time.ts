import { refuse } from '../refusals.ts';
import { startSeconds } from './open-time.ts';
import { HORIZON_DAYS, instantOf, secondsOf, wholeCount } from './time-range.ts';
import type { Result } from '../refusals.ts';
import type { Calendar } from './calendar.ts';

/**
 * The mirror of `addWorkingTime`: the instant from which `seconds` of open time pass until `to`.
 * From a closed instant counting starts at the closing before it; a result that reaches an opening
 * exactly stays there. Refuses as `addWorkingTime` does.
 */
export function subtractWorkingTime(
  calendar: Calendar,
  to: Temporal.Instant,
  seconds: number,
): Result<Temporal.Instant> {
  const duration = wholeCount(seconds, 'seconds');
  if (!duration.ok) return duration;
  const end = secondsOf(to);
  if (!end.ok) return end;
  const start = startSeconds(calendar, end.value, seconds);
  if (!Number.isNaN(start)) return instantOf(start);
  const sentence = `${seconds} open seconds before ${to.toString()} lie more than ${HORIZON_DAYS} days back.`;
  return refuse('time.beyond-horizon', sentence);
}
