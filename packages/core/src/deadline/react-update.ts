/**
 * `while` … `every` … `until`: again and again while a state lasts.
 *
 * - A turn begins when the state begins, or with the last evidence. When its deadline passes it is breached, and the
 *   next turn begins at the deadline, so that three missed reports are three breaches. A turn that stands for the
 *   customer hands its standing on to the next one.
 * - When the state ends, the turn that runs has ended; evidence that also ends the state meets the last turn.
 * - A change of severity or level counts the new interval from the start of the running turn. `if` is asked with every
 *   fact of the subject: where it no longer holds, the turn has ended, and where it holds again, another begins.
 * - `at-most`: a turn falls due no earlier than the first open instant at which one more is allowed.
 * - After 10,000 missed turns of one subject, the last missed one waits for its evidence: more would say nothing new.
 */
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import type { Duration } from '../agreement/words/duration.ts';
import { subjectNameOf, type Vocabulary } from '../facts/vocabulary.ts';
import { clockOf } from './clock-of.ts';
import { eventOf } from './fact.ts';
import type { Followed, Reactor } from './follower.ts';
import { onceAClause } from './once-a-clause.ts';
import { earliestNext } from './rate.ts';
import { standWhile } from './stand-while.ts';
import { aim, aimOf, breachBy, end, meet, openStopwatch, pause, type Stopwatch } from './stopwatch.ts';
import type { Settled, Term } from './terms.ts';

const MOST_MISSED = 10_000;

const NO_LONGER = 'no longer promised at this severity or level';

/** Follows a promise of updates for one subject. */
export function reactUpdate(term: Term, clause: ClauseOf<'update'>, { terms, subject, life, ask }: Followed): Reactor {
  const plan = planOf(clause, life.kind, terms.vocabulary);
  const { calendars } = term;
  const standOrGo = standWhile(clause.pauses, ask);
  const name = { promise: term.name, form: clause.form, subject };
  const finished: Stopwatch[] = [];
  const given: number[] = [];
  let lasts = false;
  let running: Stopwatch | undefined;
  /** Collects the pauses of the first turn while the severity is not even known. */
  let early: Stopwatch | undefined;
  let turns = 0;
  let missed = 0;

  const inForce = (): Settled<Duration> => {
    if (!lasts || !term.appliesTo(life.level) || (clause.if && !holds(clause.if, ask))) return { is: 'none' };
    return term.duration(life.level, life.severity);
  };
  const aimNow = (watch: Stopwatch, duration: Duration, at: number) => {
    if (calendars) aim(watch, duration, calendars, { at, level: life.level, severity: life.severity });
  };
  const newTurn = (at: number, turn: number): Stopwatch => {
    const rate = clause['at-most'];
    return openStopwatch(at, life.cycle, turn, rate && calendars && earliestNext(rate, calendars, given));
  };
  const begin = (at: number, watch = newTurn(at, turns + 1)) => {
    const settled = inForce();
    if (settled.is !== 'value') return;
    turns += 1;
    running = watch;
    early = undefined;
    aimNow(watch, settled.value, at);
  };
  const stop = () => {
    if (running) finished.push(running);
    running = undefined;
  };
  /** The turns that were missed one after another by `at`, beginning with this one; the last of them is not missed. */
  const turnsBy = (at: number, first: Stopwatch): Stopwatch[] => {
    const found = [first];
    const settled = inForce();
    for (let last = first; missed + found.length <= MOST_MISSED && settled.is === 'value';) {
      last.breachedAt = breachBy(last, at);
      const { breachedAt } = last;
      if (breachedAt === undefined) return found;
      const stood = last.pauses.at(-1);
      end(last, breachedAt, 'missed');
      last = newTurn(breachedAt, last.turn + 1);
      aimNow(last, settled.value, breachedAt);
      if (stood && stood.to === undefined) pause(last, Math.max(stood.from, breachedAt), stood.because);
      found.push(last);
    }
    return found;
  };
  const reconsider = (at: number) => {
    const settled = inForce();
    if (!running) {
      begin(at, early);
      if (life.severity !== undefined) early = undefined;
    } else if (settled.is !== 'value') {
      end(running, at, NO_LONGER);
      stop();
    } else if (settled.value !== aimOf(running)) aimNow(running, settled.value, at);
  };
  const changeState = (fact: string, at: number) => {
    const lasted = lasts;
    lasts = plan.open ? life.phase === 'open' : !plan.ends.has(fact) && (lasts || plan.begins.has(fact));
    if (lasts && !lasted) {
      begin(at);
      if (!running && life.severity === undefined) early = newTurn(at, turns + 1);
    } else if (lasted && !lasts) {
      early = undefined;
      if (running) end(running, at, eventOf(fact));
      stop();
    } else if (lasts && (life.retargeted || clause.if)) reconsider(at);
  };

  return {
    pass(at) {
      if (!running || breachBy(running, at) === undefined) return;
      const found = turnsBy(at, running);
      running = found.pop();
      finished.push(...found);
      missed += found.length;
      turns += found.length;
      if (running) running.breachedAt = breachBy(running, at);
    },
    react(fact, own) {
      const met = plan.evidence.get(fact.fact);
      const again = met !== undefined && (own || met.ofOtherKind);
      if (again) {
        given.push(fact.at);
        if (running) meet(running, fact.at);
      }
      const wasMet = again && running !== undefined;
      if (wasMet) stop();
      if (own) changeState(fact.fact, fact.at);
      if (wasMet && lasts && !running) begin(fact.at);
      standOrGo(running ?? early, fact);
    },
    clocksAt(now) {
      const clocks = finished.map((watch) => clockOf(watch, name, now));
      if (!running) return clocks;
      if (breachBy(running, now) === undefined) return [...clocks, clockOf(running, name, now)];
      // Asking changes nothing: turns missed since the last fact are counted on a copy.
      const copy = { ...running, pauses: [...running.pauses], targets: [...running.targets] };
      return [...clocks, ...turnsBy(now, copy).map((watch) => clockOf(watch, name, now))];
    },
  };
}

/** The facts that may begin its state, or count against its rate. */
export function wakesUpdate(clause: ClauseOf<'update'>, kind: string, vocabulary: Vocabulary): Iterable<string> {
  const { begins, evidence } = planOf(clause, kind, vocabulary);
  return new Set([...begins, ...evidence.keys()]);
}

const planOf = onceAClause((clause: ClauseOf<'update'>, kind, vocabulary) => {
  const state = vocabulary.states.get(clause.while);
  return {
    /** The open phase is told by the life; other states by the facts that begin and end them. */
    open: clause.while === `${kind}.open`,
    begins: new Set(state?.begins),
    ends: new Set(state?.ends),
    evidence: new Map(clause.until.all.flat().map((fact) => [fact, { ofOtherKind: subjectNameOf(fact) !== kind }])),
  };
});
