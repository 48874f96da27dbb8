import { refuse } from '../refusals.ts';
import { nextClosingSeconds, nextOpeningSeconds, previousClosingSeconds, previousOpeningSeconds } from './edges.ts';
import { HORIZON_DAYS, instantOf, secondsOf } from './time-range.ts';
import type { Result } from '../refusals.ts';
import type { Calendar } from './calendar.ts';

/**
 * The first open instant at or after `at`: `at` itself when the calendar is open then. Refuses
 * `time.out-of-range`, and `time.beyond-horizon` when there is none within 3653 days.
 */
export function nextOpening(calendar: Calendar, at: Temporal.Instant): Result<Temporal.Instant> {
  return edge(calendar, at, nextOpeningSeconds, 'opens after');
}

/**
 * The end of the open segment that holds `at`, or of the next one; strictly after `at`, so a
 * closing leads to the next closing. Refuses as `nextOpening` does: 24x7 never closes.
 */
export function nextClosing(calendar: Calendar, at: Temporal.Instant): Result<Temporal.Instant> {
  return edge(calendar, at, nextClosingSeconds, 'closes after');
}

/**
 * The mirror of `nextOpening`: the last instant at or before `at` that ends open time. `at` itself
 * inside open time and on a closing; on an opening, the closing before it (as working_hours'
 * `return_to_working_time`). Counting backwards starts here.
 */
export function previousClosing(calendar: Calendar, at: Temporal.Instant): Result<Temporal.Instant> {
  return edge(calendar, at, previousClosingSeconds, 'closed before');
}

/**
 * The mirror of `nextClosing`: the beginning of the open segment that leads up to `at`, or of the
 * last one before; strictly before `at`, so an opening leads to the opening before it.
 */
export function previousOpening(calendar: Calendar, at: Temporal.Instant): Result<Temporal.Instant> {
  return edge(calendar, at, previousOpeningSeconds, 'opened before');
}

function edge(
  calendar: Calendar,
  at: Temporal.Instant,
  find: (calendar: Calendar, seconds: number) => number,
  verb: string,
): Result<Temporal.Instant> {
  const from = secondsOf(at);
  if (!from.ok) return from;
  const found = find(calendar, from.value);
  if (!Number.isNaN(found)) return instantOf(found);
  const sentence = `The calendar never ${verb} ${at.toString()} within ${HORIZON_DAYS} days.`;
  return refuse('time.beyond-horizon', sentence);
}
