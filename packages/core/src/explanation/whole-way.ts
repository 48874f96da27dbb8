/** The stretches of a clock on its whole way, those that lie ahead included. */
import type { Clock } from '../deadline/clock.ts';
import { explainClock, type ClockSegment } from '../deadline/explain-clock.ts';

/**
 * The segments of a clock until it was met or has ended; of one that is still open until its deadline,
 * or until `now` where that is later or the clock stands. What goes over `now` is cut there: the
 * counted ones before `now` add up to what has elapsed, all of them up to the deadline to the target.
 */
export function wholeWay(clock: Clock, now: number): ClockSegment[] {
  const finished = clock.metAt ?? clock.endedAt;
  const until = finished ?? Math.max(now, clock.due ?? now);
  return explainClock(clock, until).flatMap((segment) => cutAt(segment, finished ?? now));
}

function cutAt(segment: ClockSegment, at: number): ClockSegment[] {
  if (segment.from >= at || segment.to <= at) return [segment];
  return [
    { ...segment, to: at },
    { ...segment, from: at },
  ];
}
