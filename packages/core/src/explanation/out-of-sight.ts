/** Deadlines that are not reckoned: beyond the horizon of 3,653 days, or after the last year that is supported. */
import { HORIZON_SECONDS, inRange } from '../calendar/time-range.ts';
import type { Clock } from '../deadline/clock.ts';

/** "no deadline: it would lie more than 3,653 days ahead"; undefined for a clock that has one, or is promised none. */
export function outOfSight(clock: Clock): string | undefined {
  const isAimed = clock.beyondHorizon !== undefined || clock.targets.length > 0;
  if (clock.due !== undefined || clock.state !== 'running' || !isAimed) return undefined;
  // Where ten years ahead there is no supported year any more, whatever is out of sight lies after all of them.
  return inRange(clock.opened + HORIZON_SECONDS)
    ? 'no deadline: it would lie more than 3,653 days ahead'
    : 'no deadline: it would lie after the year 2499';
}
