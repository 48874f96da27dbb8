/** The other cycles and turns of the same promise for the same subject, a line each. */
import type { Clock } from '../deadline/clock.ts';
import { shortMoment, yearOf } from './local-time.ts';
import { usedInWords } from './used-in-words.ts';
import { tableOf, type View } from './view.ts';
import { whichClock } from './which-clock.ts';

/** Of many turns the last ones are told. */
const MOST_LINES = 20;

/** "Cycle 1: opened Fri 20 Nov 09:00 CET, due …, met …; 12 minutes of 30 minutes used". */
export function earlierInWords(earlier: readonly Clock[], view: View): string[] {
  const told = earlier.slice(-MOST_LINES).map((clock) => lineOf(clock, view));
  const left = earlier.length - told.length;
  return left > 0 ? [`… and ${left} before these`, ...told] : told;
}

function lineOf(clock: Clock, view: View): string {
  const zone = tableOf(view);
  const at = (seconds: number) => shortMoment(zone, seconds, yearOf(zone, view.now));
  const due = clock.due;
  const begins = `${clock.form === 'gate' ? 'asked' : 'opened'} ${at(clock.opened)}`;
  const ends = due === undefined ? [] : [`${clock.form === 'limit' ? 'counted until' : 'due'} ${at(due)}`];
  const course = [begins, ...ends, outcomeOf(clock, at)];
  const which = whichClock(clock) ?? clock.subject;
  const used = usedInWords(clock);
  return `${which.charAt(0).toUpperCase()}${which.slice(1)}: ${course.join(', ')}${used === undefined ? '' : `; ${used}`}`;
}

function outcomeOf(clock: Clock, at: (seconds: number) => string): string {
  switch (clock.state) {
    case 'met':
      if (clock.form === 'limit' || clock.form === 'gate') return 'kept';
      return clock.metAt === undefined ? 'met' : `met ${at(clock.metAt)}`;
    case 'breached':
      return clock.metAt === undefined ? 'breached' : `breached, done late ${at(clock.metAt)}`;
    case 'ended':
      return `ended${clock.endedAt === undefined ? '' : ` ${at(clock.endedAt)}`}: ${clock.because ?? 'nothing is owed any more'}`;
    case 'running':
    case 'paused':
      return clock.state;
  }
}
