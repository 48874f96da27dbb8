/** When to look at a clock again although nothing happened. */
import type { Clock } from '../deadline/clock.ts';
import { CUT_SHORT } from '../deadline/follow-periods.ts';
import type { Term } from '../deadline/terms.ts';
import { warningAt } from './warning-at.ts';

/**
 * The next instant after `now` (epoch seconds) at which this clock can change by the mere passing of time, or deserves a
 * warning; undefined where only a fact can change it. `clock` is as it stands at `now`.
 *
 * - Evidence in the very second of `due` is in time, so a running clock breaks one second later: `due + 1`. There the
 *   next turn of an update begins as well.
 * - A period ends at `due`, the midnight that belongs to the next one: it is decided then, and the next one begins. This
 *   holds whatever became of it before, for it is what wakes the next one; not where it was cut short.
 */
export function wakesAt(clock: Clock, term: Term, now: number): number | undefined {
  const change = changesAt(clock);
  if (change === undefined || change <= now) return undefined;
  const warning = clock.state === 'running' ? warningAt(clock, term) : undefined;
  return warning !== undefined && warning > now && warning < change ? warning : change;
}

function changesAt({ form, state, due, because }: Clock): number | undefined {
  if (due === undefined) return undefined;
  switch (form) {
    case 'response':
    case 'request':
    case 'update':
    case 'before':
      // A clock that stands and yet has a deadline began to stand in the very second of it: too late.
      return state === 'running' || state === 'paused' ? due + 1 : undefined;
    case 'cadence':
    case 'count':
      return because === CUT_SHORT ? undefined : due;
    case 'limit':
      return due;
    case 'gate':
      return undefined;
  }
}
