import { granted } from '../refusals.ts';
import { explain } from './explain.ts';
import { intervalSeconds } from './interval-seconds.ts';
import { unsafeInstantOf } from './time-range.ts';
import type { Result } from '../refusals.ts';
import type { Calendar } from './calendar.ts';
import type { ClosedCause, OpenCause } from './cause.ts';

/** A stretch of open or closed time with its cause, end exclusive. */
export type Segment = { readonly from: Temporal.Instant; readonly to: Temporal.Instant } & (
  | { readonly open: true; readonly cause: OpenCause }
  | { readonly open: false; readonly cause: ClosedCause }
);

/**
 * The time from `from` until `to` as segments with their causes: in order, without gaps, together
 * exactly that time. Closed time is cut at local midnights so that each date has its own cause;
 * neighbours of the same cause are one segment. Hours that a holiday or exception took away show
 * it also past midnight. Refuses `time.out-of-range` and `time.reversed-interval`.
 */
export function segments(calendar: Calendar, from: Temporal.Instant, to: Temporal.Instant): Result<readonly Segment[]> {
  const interval = intervalSeconds(from, to);
  if (!interval.ok) return interval;
  const pieces = explain(calendar, interval.value.from, interval.value.to);
  return granted(
    pieces.map((piece) => ({ ...piece, from: unsafeInstantOf(piece.from), to: unsafeInstantOf(piece.to) })),
  );
}
