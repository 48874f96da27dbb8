/** A clock in one line: what it is, when it is due, how much is used, how it stands. */
import { durationInWords } from '../agreement/words/duration.ts';
import type { Clock } from '../deadline/clock.ts';
import { momentInWords } from './local-time.ts';
import { becauseAtMost } from './moved-in-words.ts';
import { outOfSight } from './out-of-sight.ts';
import { usedInWords } from './used-in-words.ts';
import { tableOf, type View } from './view.ts';
import { whichClock } from './which-clock.ts';

/** "First response, severity 1, level enhanced: due Tue 24 Nov 2026 09:30 CET (08:30 UTC); 12 minutes of 30 minutes used; running". */
export function headline(clock: Clock, view: View): string {
  const state = outOfSight(clock) === undefined ? clock.state : `${clock.state} without a deadline`;
  const parts = [dueInWords(clock, view), usedInWords(clock), state];
  return `${titleOf(clock, view)}: ${parts.filter((part) => part !== undefined).join('; ')}`;
}

/** "First response, severity 1, level enhanced, cycle 2". */
export function titleOf(clock: Clock, { promise }: Pick<View, 'promise'>): string {
  const target = clock.targets.at(-1);
  return [
    promise.title,
    target?.severity === undefined ? undefined : `severity ${target.severity}`,
    target && `level ${target.level}`,
    clock.cycle > 1 || clock.turn > 1 ? notTheFirst(clock) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Nothing is said of a first cycle or turn. */
function notTheFirst(clock: Clock): string | undefined {
  if (clock.form === 'update') {
    const turn = clock.turn > 1 ? `turn ${clock.turn}` : undefined;
    return clock.cycle > 1 ? whichClock(clock) : turn;
  }
  const isFirst = clock.cycle === 1 && (clock.form === 'response' || clock.form === 'request');
  return isFirst ? undefined : whichClock(clock);
}

function dueInWords(clock: Clock, view: View): string {
  const due = clock.due;
  if (due !== undefined)
    return `${clock.form === 'limit' ? 'counted until' : 'due'} ${momentInWords(tableOf(view), due)}${clock.movedFrom === undefined ? '' : ` (moved ${becauseAtMost(view)})`}`;
  const hidden = outOfSight(clock);
  if (hidden !== undefined)
    return clock.beyondHorizon ? `${durationInWords(clock.beyondHorizon)} promised; ${hidden}` : hidden;
  if (clock.state === 'paused') return 'no deadline while it stands';
  switch (clock.form) {
    case 'gate':
      return `asked for ${momentInWords(tableOf(view), clock.opened)}`;
    case 'limit':
      return 'counted for the whole contract';
    case 'before':
      return clock.awaited
        ? 'no deadline: it would lie more than 3,653 days before what it comes before'
        : 'what it comes before has no date yet';
    case 'response':
    case 'request':
    case 'update':
    case 'cadence':
    case 'count':
      return 'no time is promised';
  }
}
