import { granted } from '../refusals.ts';
import { intervalSeconds } from './interval-seconds.ts';
import { openSecondsBetween } from './open-time.ts';
import type { Result } from '../refusals.ts';
import type { Calendar } from './calendar.ts';

/**
 * Open seconds from `from` until `to`: real elapsed seconds, each as its own date's offset has it,
 * never as today's. Refuses `time.out-of-range` and `time.reversed-interval`.
 */
export function workingTimeBetween(calendar: Calendar, from: Temporal.Instant, to: Temporal.Instant): Result<number> {
  const interval = intervalSeconds(from, to);
  if (!interval.ok) return interval;
  return granted(openSecondsBetween(calendar, interval.value.from, interval.value.to));
}
