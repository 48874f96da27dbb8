import { granted, refuse } from '../refusals.ts';
import { secondsOf } from './time-range.ts';
import type { Result } from '../refusals.ts';

/**
 * Both ends of an interval in epoch seconds. Refuses `time.out-of-range`, and
 * `time.reversed-interval` when `to` lies before `from`: a negative span is a mistake of the caller.
 */
export function intervalSeconds(
  from: Temporal.Instant,
  to: Temporal.Instant,
): Result<{ readonly from: number; readonly to: number }> {
  const start = secondsOf(from);
  if (!start.ok) return start;
  const end = secondsOf(to);
  if (!end.ok) return end;
  if (end.value < start.value) {
    return refuse('time.reversed-interval', `${to.toString()} lies before ${from.toString()}.`);
  }
  return granted({ from: start.value, to: end.value });
}
