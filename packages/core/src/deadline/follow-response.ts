/**
 * `when` … `within` … `until` (response), and the same without `within` (request).
 *
 * - It opens at the opening fact, and anew when the subject is reopened.
 * - It lives in the phase in which it opened: what is still owed when an incident is resolved, closed,
 *   merged or declined has ended, neither kept nor broken; what opens at the resolution ends when the
 *   incident is reopened.
 * - A change of severity or level counts the new target from the same start. Where nothing was
 *   promised before, the promise counts from the change.
 */
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import type { Duration } from '../agreement/words/duration.ts';
import { eventOf, type Fact } from './fact.ts';
import { pauseInWords } from './pause-in-words.ts';
import { gather, gatherNothing, isComplete, type Gathering } from './evidence.ts';
import type { Follower } from './follower.ts';
import { effectsOf, fieldOf, live, unborn, type Phase } from './life.ts';
import { aim, clockOf, isPaused, noticeBreach, openStopwatch, pause, resume, type Stopwatch } from './stopwatch.ts';
import type { Settled, Term, Terms } from './terms.ts';

type ResponseClause = ClauseOf<'response'> | ClauseOf<'request'>;
type Running = { readonly watch: Stopwatch; readonly phase: Phase; readonly gathering: Gathering };

/** Follows one subject: an incident, a leave, a request. `kind` is its sort ("incident"). */
export function followResponse(terms: Terms, term: Term, clause: ResponseClause, subject: string, kind: string): Follower {
  const effects = effectsOf(terms.vocabulary, kind);
  const openings = new Set(clause.when);
  const reopens = clause.when.some((fact) => effects.get(fact) === 'opens');
  const life = unborn(terms.level, terms.account);
  const ask = fieldOf(life);
  const watches: Stopwatch[] = [];
  let running: Running | undefined;
  let waiting = false; // opened, but nothing is promised at this severity or level
  let turn = 0;

  const inForce = (): Settled<Duration> => {
    if (!term.appliesTo(life.level) || (clause.if && !holds(clause.if, ask))) return { is: 'none' };
    return clause.form === 'request' ? { is: 'on-request' } : term.duration(life.level, life.severity);
  };
  const open = (at: number) => {
    const settled = inForce();
    waiting = settled.is === 'none';
    if (waiting) return;
    turn += 1;
    const watch = openStopwatch(at, life.cycle, turn);
    watches.push(watch);
    running = { watch, phase: life.phase, gathering: gatherNothing(clause.until) };
    if (settled.is === 'value' && term.calendars) aim(watch, settled.value, term.calendars, at, life.level, life.severity);
  };
  const end = (watch: Stopwatch, at: number, because: string) => {
    if (isPaused(watch)) resume(watch, at);
    watch.endedAt = at;
    watch.because = because;
    running = undefined;
  };
  const retarget = (watch: Stopwatch, at: number) => {
    const settled = inForce();
    if (settled.is === 'none') {
      end(watch, at, 'no longer promised at this severity or level');
      waiting = true;
    } else if (settled.is === 'value' && term.calendars && settled.value !== watch.targets.at(-1)?.duration) {
      aim(watch, settled.value, term.calendars, at, life.level, life.severity);
    }
  };

  return {
    take(fact) {
      const own = fact.subject === subject;
      if (running) noticeBreach(running.watch, fact.at);
      const { severity, level, cycle, phase } = life;
      if (own) live(life, fact, effects);
      if (gatherFor(running, clause, fact)) running = undefined;
      if (waiting && clause.until.all.flat().includes(fact.fact)) waiting = false;
      if (running && life.phase !== running.phase && running.phase !== 'before') end(running.watch, fact.at, eventOf(fact.fact));
      if (life.phase === 'over' && !openings.has(fact.fact)) waiting = false;
      const begins = openings.has(fact.fact) && (effects.get(fact.fact) !== 'opens' || phase === 'before');
      const opens = own && (begins || (reopens && life.cycle !== cycle));
      if (opens && !running) open(fact.at);
      else if (own && (severity !== life.severity || level !== life.level)) {
        if (running) retarget(running.watch, fact.at);
        else if (waiting) open(fact.at);
      }
      if (running && 'pauses' in clause && clause.pauses) {
        const stands = holds(clause.pauses, ask);
        if (stands !== isPaused(running.watch)) {
          if (stands) pause(running.watch, fact.at, pauseInWords(clause.pauses, fact));
          else resume(running.watch, fact.at);
        }
      }
    },
    clocksAt: (now) => watches.map((watch) => clockOf(watch, { promise: term.name, form: clause.form, subject }, now)),
  };
}

/** Takes evidence into account; true where it completes what was needed. */
function gatherFor(running: Running | undefined, clause: ResponseClause, fact: Fact): boolean {
  if (!running || !gather(clause.until, running.gathering, fact.fact) || !isComplete(running.gathering)) return false;
  if (isPaused(running.watch)) resume(running.watch, fact.at);
  running.watch.metAt = fact.at;
  return true;
}
