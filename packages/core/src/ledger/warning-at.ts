/** When somebody is warned of a deadline: `warn-at` percent of the time are used. */
import { dueSeconds } from '../calendar/open-time.ts';
import type { Clock, Pause, Target } from '../deadline/clock.ts';
import { elapsedUntil, finite, pushedBack } from '../deadline/reckoning.ts';
import type { Term } from '../deadline/terms.ts';

/**
 * The warning instant in epoch seconds, past or ahead: the first second in which so much of the time is used. Time is
 * the target's on its calendar, less the pauses; of a period, and of what is due ahead of an event, every second from
 * the opening to `due`. No earlier than the target came into force. Undefined without `warn-at`, where nothing is due,
 * where the clock stands before it, where it would be later than `due`, and for limits, which warn by quantity
 * (`warnedAt`).
 */
export function warningAt(clock: Clock, { clause }: Term): number | undefined {
  const percent = clause['warn-at'];
  if (percent === undefined) return undefined;
  switch (clause.form) {
    case 'response':
    case 'update':
      return ofTarget(clock, percent);
    case 'cadence':
    case 'count':
      return clock.tally?.least === 0 ? undefined : ofSpan(clock, percent);
    case 'before':
      return ofSpan(clock, percent);
    case 'request':
    case 'limit':
    case 'gate':
      return undefined;
  }
}

function ofSpan({ opened, due }: Clock, percent: number): number | undefined {
  return due === undefined || due < opened ? undefined : opened + share(due - opened, percent);
}

function ofTarget(clock: Clock, percent: number): number | undefined {
  const target = clock.targets.at(-1);
  if (!target || clock.beyondHorizon) return undefined;
  const { calendar, since } = target;
  let at = finite(dueSeconds(calendar, clock.opened, share(secondsUntilDue(clock, target), percent)));
  for (const pause of clock.pauses) {
    if (at === undefined || standsBefore(pause, at)) return undefined;
    at = pushedBack(calendar, at, pause);
  }
  if (at === undefined) return undefined;
  const inForce = Math.max(at, since);
  return clock.due !== undefined && inForce > clock.due ? undefined : inForce;
}

/** The target's own seconds; more where `at-most` moved the deadline. */
function secondsUntilDue({ opened, due, movedFrom, pauses }: Clock, { calendar, seconds }: Target): number {
  return due === undefined || movedFrom === undefined ? seconds : elapsedUntil(calendar, opened, pauses, due);
}

function standsBefore({ from, to }: Pause, at: number): boolean {
  return to === undefined && from < at;
}

function share(seconds: number, percent: number): number {
  return Math.ceil((seconds * percent) / 100);
}
