/** How a clock came out, or what is still to come: by how much it was kept or missed. */
import { openSecondsBetween } from '../calendar/open-time.ts';
import { evidenceInWords as factsInWords } from '../agreement/in-words/evidence-in-words.ts';
import { stateInWords } from '../agreement/in-words/fact-in-words.ts';
import { secondsInWords } from '../agreement/words/duration.ts';
import type { Clock } from '../deadline/clock.ts';
import type { ClockSegment } from '../deadline/explain-clock.ts';
import { brokenBeforeInWords, metBeforeAnnounced } from './before-in-words.ts';
import { STILL_OWED } from '../deadline/stopwatch.ts';
import { countedIn } from './course-in-words.ts';
import { momentInWords } from './local-time.ts';
import { outOfSight } from './out-of-sight.ts';
import { tableOf, type View } from './view.ts';

/** A sentence or two. */
export function outcomeInWords(clock: Clock, segments: readonly ClockSegment[], view: View): string[] {
  const at = (seconds: number | undefined) =>
    seconds === undefined ? 'at no known time' : momentInWords(tableOf(view), seconds);
  switch (clock.state) {
    case 'met':
      if (clock.form === 'gate') return [`Kept ${at(clock.opened)}: ${askedOf(view)} by then.`];
      if (clock.form === 'limit') return [`Kept: it stayed within the limit, counted until ${at(clock.metAt)}.`];
      return [`Met ${at(clock.metAt)}${spareInWords(clock)}.`];
    case 'breached':
      return breachInWords(clock, segments, view, at);
    case 'ended':
      return [
        `Ended ${at(clock.endedAt)}: ${clock.because ?? 'nothing is owed any more'}. It counts neither as kept nor as broken.`,
      ];
    case 'paused':
      return [`It stands${leftInWords(clock, ', and goes on with ', ' left')}.`, ...evidenceInWords(view)];
    case 'running':
      return [
        `It runs${outOfSight(clock) === undefined ? '' : ' without a deadline'}${leftInWords(clock, ', and has ', ' left')}.`,
        ...evidenceInWords(view),
      ];
  }
}

function spareInWords(clock: Clock): string {
  const due = clock.due;
  const unknown = metBeforeAnnounced(clock);
  if (unknown !== undefined) return `, ${unknown}`;
  const calendar = clock.targets.at(-1)?.calendar;
  if (due === undefined || clock.metAt === undefined) return '';
  if (due === clock.metAt) return clock.targets.length > 0 ? ', in the very second of the deadline' : '';
  const spare = calendar ? openSecondsBetween(calendar, clock.metAt, due) : due - clock.metAt;
  return `, with ${secondsInWords(spare)}${calendar ? ' of counted time' : ''} to spare`;
}

function breachInWords(
  clock: Clock,
  segments: readonly ClockSegment[],
  view: View,
  at: (seconds: number | undefined) => string,
): string[] {
  if (clock.form === 'gate') return [`Broken ${at(clock.breachedAt)}: ${deniedOf(view)}.`];
  if (clock.form === 'limit') return [`Broken ${at(clock.breachedAt)}, when it went over the limit.`];
  if (clock.form === 'cadence' || clock.form === 'count')
    return [`Breached ${at(clock.breachedAt)}, when the period ended without it.`];
  if (clock.because === STILL_OWED)
    return [
      `Breached ${at(clock.breachedAt)}: it was ${STILL_OWED}.`,
      ...(clock.metAt === undefined ? evidenceInWords(view) : [`Done after that, ${at(clock.metAt)}.`]),
    ];
  const due = clock.due;
  const before = clock.form === 'before' ? brokenBeforeInWords(clock) : undefined;
  const passed = due !== undefined && clock.breachedAt !== undefined && clock.breachedAt > due;
  const breached = `Breached ${at(clock.breachedAt)}${before !== undefined ? `, ${before}` : passed ? ', when a target came into force whose deadline had passed' : ''}`;
  const until = clock.metAt ?? clock.endedAt ?? view.now;
  const late =
    clock.targets.length > 0
      ? countedIn(segments.filter(({ kind }) => kind === 'late'))
      : until - (clock.breachedAt ?? until);
  const by = `${secondsInWords(late)}${clock.targets.length > 0 ? ' of counted time' : ''}`;
  if (clock.metAt !== undefined) return [`${breached}.`, `Done late ${at(clock.metAt)}, by ${by}.`];
  if (clock.endedAt !== undefined && clock.endedAt === clock.breachedAt)
    return [`${breached}; the next turn begins there.`];
  if (clock.endedAt !== undefined)
    return [
      `${breached}.`,
      `Ended ${at(clock.endedAt)}: ${clock.because ?? 'nothing is owed any more'}; ${by} late by then.`,
    ];
  return [`${breached}.`, `Late by ${by} so far.`, ...evidenceInWords(view)];
}

function leftInWords(clock: Clock, before: string, after: string): string {
  if (clock.remaining === undefined) return '';
  return `${before}${secondsInWords(clock.remaining)}${clock.targets.length > 0 ? ' of counted time' : ''}${after}`;
}

/** "the call had been held", "the non-disclosure agreement was in force": the facts or the state that a gate asks for. */
function askedOf({ promise, description }: View): string {
  if (promise.form === 'gate' && promise.while !== undefined)
    return stateInWords(promise.while, description, true, 'past');
  if (promise.form === 'gate' && promise.until) return factsInWords(promise.until, description, 'pluperfect');
  return 'what is asked for had happened';
}

/** "the call had not been held by then"; of several things only that not all of it was so, for a clock knows no more. */
function deniedOf(view: View): string {
  const asked = askedOf(view);
  const several = view.promise.form === 'gate' && (view.promise.until?.all.flat().length ?? 0) > 1;
  return several ? `it was not so by then that ${asked}` : `${asked.replace(/ (had|was|were) /, ' $1 not ')} by then`;
}

/** "It is met when the incident or the service request is acknowledged." */
function evidenceInWords({ promise, description }: View): string[] {
  const evidence = 'until' in promise ? promise.until : undefined;
  return evidence ? [`It is met when ${factsInWords(evidence, description)}.`] : [];
}
