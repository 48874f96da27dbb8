/**
 * `while` … `every` … `until`: again and again while a state lasts.
 *
 * A turn begins when the state begins, or with the last evidence. Its deadline passes: it is
 * breached, and the next turn begins at the deadline, so that three missed reports are three
 * breaches. When the state ends, the turn that runs has ended. A change of severity or level counts
 * the new interval from the start of the running turn.
 */
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import type { Duration } from '../agreement/words/duration.ts';
import { eventOf } from './fact.ts';
import type { Follower } from './follower.ts';
import { effectsOf, fieldOf, live, unborn } from './life.ts';
import { pauseInWords } from './pause-in-words.ts';
import { earliestNext } from './rate.ts';
import { aim, clockOf, isPaused, noticeBreach, openStopwatch, pause, resume, type Stopwatch } from './stopwatch.ts';
import type { Settled, Term, Terms } from './terms.ts';

/** More missed turns than this in a row say nothing that the first ones did not. */
const MOST_MISSED = 10_000;

/** Follows one subject of the kind whose state the promise names. */
export function followUpdate(terms: Terms, term: Term, clause: ClauseOf<'update'>, subject: string, kind: string): Follower {
  const effects = effectsOf(terms.vocabulary, kind);
  const state = terms.vocabulary.states.get(clause.while) ?? { begins: [], ends: [] };
  const evidence = clause.until.all.flat();
  const life = unborn(terms.level, terms.account);
  const ask = fieldOf(life);
  const watches: Stopwatch[] = [];
  const given: number[] = [];
  let lasts = false;
  let running: Stopwatch | undefined;
  let turn = 0;

  const inForce = (): Settled<Duration> => {
    if (!lasts || !term.appliesTo(life.level) || (clause.if && !holds(clause.if, ask))) return { is: 'none' };
    return term.duration(life.level, life.severity);
  };
  const begin = (at: number) => {
    const settled = inForce();
    if (settled.is !== 'value' || !term.calendars) return;
    turn += 1;
    const notBefore = clause['at-most'] && earliestNext(clause['at-most'], term.calendars, given);
    running = openStopwatch(at, life.cycle, turn, notBefore);
    watches.push(running);
    aim(running, settled.value, term.calendars, at, life.level, life.severity);
  };
  const finish = (at: number, because: string) => {
    if (!running) return;
    if (isPaused(running)) resume(running, at);
    running.endedAt = at;
    running.because = because;
    running = undefined;
  };
  /** Records the turns that were missed before `at`, each of them. */
  const miss = (at: number) => {
    for (let missed = 0; running && missed < MOST_MISSED; missed += 1) {
      noticeBreach(running, at);
      const { breachedAt } = running;
      if (breachedAt === undefined) return;
      running.endedAt = breachedAt;
      begin(breachedAt);
      if (running.endedAt !== undefined) running = undefined;
    }
  };
  const repause = (because: string, at: number) => {
    if (!running || !clause.pauses) return;
    const stands = holds(clause.pauses, ask);
    if (stands === isPaused(running)) return;
    if (stands) pause(running, at, because);
    else resume(running, at);
  };

  return {
    take(fact) {
      miss(fact.at);
      const { severity, level } = life;
      const own = fact.subject === subject;
      if (own) live(life, fact, effects);
      if (running && evidence.includes(fact.fact)) {
        if (isPaused(running)) resume(running, fact.at);
        running.metAt = fact.at;
        given.push(fact.at);
        begin(fact.at);
      }
      if (own && state.ends.includes(fact.fact)) {
        lasts = false;
        finish(fact.at, eventOf(fact.fact));
      } else if (own && state.begins.includes(fact.fact) && !lasts) {
        lasts = true;
        begin(fact.at);
      } else if (own && lasts && (severity !== life.severity || level !== life.level)) {
        const settled = inForce();
        if (settled.is !== 'value') finish(fact.at, 'no longer promised at this severity or level');
        else if (!running) begin(fact.at);
        else if (term.calendars && settled.value !== running.targets.at(-1)?.duration) aim(running, settled.value, term.calendars, fact.at, life.level, life.severity);
      }
      if (clause.pauses) repause(pauseInWords(clause.pauses, fact), fact.at);
    },
    clocksAt: (now) => clocksWithMissed(now),
  };

  /** Asking changes nothing: turns missed since the last fact are counted on a copy. */
  function clocksWithMissed(now: number) {
    const of = { promise: term.name, form: clause.form, subject };
    const clocks = watches.map((watch) => clockOf(watch, of, now));
    let last = running && { ...running, pauses: [...running.pauses], targets: [...running.targets] };
    for (let missed = 0; last && term.calendars && missed < MOST_MISSED; missed += 1) {
      noticeBreach(last, now);
      const settled = inForce();
      if (last.breachedAt === undefined || settled.is !== 'value') break;
      clocks[clocks.length - 1] = clockOf({ ...last, endedAt: last.breachedAt }, of, now);
      const next = openStopwatch(last.breachedAt, last.cycle, last.turn + 1);
      aim(next, settled.value, term.calendars, last.breachedAt, life.level, life.severity);
      clocks.push(clockOf(next, of, now));
      last = next;
    }
    return clocks;
  }
}
