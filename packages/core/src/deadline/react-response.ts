/**
 * `when` … `within` … `until` (response), and the same without `within` (request).
 *
 * - It opens at the opening fact, and anew when the subject is reopened. While one opening lasts, another opening fact
 *   begins no second one. A fact that begins or ends the subject's open phase opens it once a cycle: an incident that
 *   is resolved and then closed asks for one report, not for two.
 * - It lives until its subject's phase ends: what is still owed when an incident is resolved, closed, merged or declined
 *   has ended, neither kept nor broken; what was opened by the resolution ends when the incident is reopened. A merge
 *   ends everything, and nothing opens for a merged subject.
 * - Evidence counts from the opening on. Evidence of the subject's own kind has to be of the subject itself; other
 *   evidence has to be about it.
 * - What is promised without a time and is still owed when the contract ends is broken then, unless it stands for the
 *   other side: that has ended. What has a deadline keeps it (docs/decisions/0009-owed-at-the-end.md).
 * - A change of severity or level counts the new target from the same start. Where no time was promised before
 *   (`none`, `on request`, another `if`), it counts from the change. A severity that was not known yet is no change:
 *   the promise counts from the opening.
 * - `if` is asked at the opening, and again when severity or level changes.
 */
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import type { Duration } from '../agreement/words/duration.ts';
import { subjectNameOf, type Vocabulary } from '../facts/vocabulary.ts';
import { clockOf } from './clock-of.ts';
import { effectsOf, type Effect } from './effects.ts';
import { gather, gatherNothing, isComplete, type Gathering } from './evidence.ts';
import { eventOf } from './fact.ts';
import type { Followed, Reactor } from './follower.ts';
import type { Phase } from './life.ts';
import { onceAClause } from './once-a-clause.ts';
import { standWhile } from './stand-while.ts';
import {
  aim,
  aimOf,
  breachBy,
  breakOff,
  end,
  isPaused,
  meet,
  openStopwatch,
  STILL_OWED,
  type Stopwatch,
} from './stopwatch.ts';
import type { Settled, Term } from './terms.ts';

type ResponseClause = ClauseOf<'response'> | ClauseOf<'request'>;

/**
 * One opening. `watch` is absent while nothing is promised at this severity or level; as long as the severity is not
 * even known, `early` collects the pauses of a promise that may turn out to have counted from the opening.
 */
type Opening = {
  readonly phase: Phase;
  readonly gathering: Gathering;
  watch: Stopwatch | undefined;
  early: Stopwatch | undefined;
};

/** What a fact is to the promise. */
type Role = {
  readonly opens: boolean;
  readonly effect: Effect | undefined;
  readonly meets: boolean;
  readonly ofOtherKind: boolean;
};

const NO_LONGER = 'no longer promised at this severity or level';

/** Follows a response or request for one subject. */
export function reactResponse(term: Term, clause: ResponseClause, { terms, subject, life, ask }: Followed): Reactor {
  const { roles, reopens } = planOf(clause, life.kind, terms.vocabulary);
  const { calendars } = term;
  const standOrGo = standWhile(clause.form === 'response' ? clause.pauses : undefined, ask);
  const watches: Stopwatch[] = [];
  let opening: Opening | undefined;
  let openedIn = 0;
  let endedIn = 0;

  const inForce = (): Settled<Duration> => {
    if (!term.appliesTo(life.level) || (clause.if && !holds(clause.if, ask))) return { is: 'none' };
    return clause.form === 'request' ? { is: 'on-request' } : term.duration(life.level, life.severity);
  };
  const opensBy = (role: Role): boolean => {
    switch (role.effect) {
      case 'opens':
      case 'opens-anew':
        return life.phase === 'open' && openedIn !== life.cycle;
      case 'ends':
        return !life.merged && endedIn !== life.cycle;
      case 'reopens':
        return life.turn === 'reopened';
      case 'merges':
        return life.turn === 'merged';
      case 'to-customer':
      case 'to-provider':
      case undefined:
        return !life.merged;
    }
  };
  const aimNow = (watch: Stopwatch, duration: Duration, at: number) => {
    if (calendars) aim(watch, duration, calendars, { at, level: life.level, severity: life.severity });
  };
  const start = (current: Opening, at: number, settled = inForce()) => {
    if (settled.is === 'none') return;
    const watch = current.early ?? openStopwatch(at, life.cycle, watches.length + 1);
    watches.push(watch);
    current.watch = watch;
    if (settled.is === 'value') aimNow(watch, settled.value, at);
  };
  const open = (at: number) => {
    if (life.phase === 'over') endedIn = life.cycle;
    else openedIn = life.cycle;
    opening = { phase: life.phase, gathering: gatherNothing(clause.until), watch: undefined, early: undefined };
    start(opening, at);
    if (!opening.watch && life.severity === undefined)
      opening.early = openStopwatch(at, life.cycle, watches.length + 1);
  };
  const reconsider = (current: Opening, at: number) => {
    const { watch } = current;
    const settled = inForce();
    const aimed = watch && aimOf(watch);
    if (watch && aimed && settled.is === 'value') {
      if (settled.value !== aimed) aimNow(watch, settled.value, at);
      return;
    }
    if (watch && !aimed && settled.is === 'on-request') return;
    if (watch) end(watch, at, NO_LONGER);
    current.watch = undefined;
    start(current, at, settled);
    if (life.severity !== undefined) current.early = undefined;
  };

  const atContractEnd = ({ watch }: Opening, at: number) => {
    if (!watch || aimOf(watch) || watch.breachedAt !== undefined) return;
    if (isPaused(watch)) {
      end(watch, at, 'the contract ended');
      opening = undefined;
    } else breakOff(watch, at);
  };

  return {
    pass(at) {
      if (opening?.watch) opening.watch.breachedAt = breachBy(opening.watch, at);
    },
    react(fact, own) {
      const role = roles.get(fact.fact);
      if (role?.meets && opening && (own || role.ofOtherKind)) {
        gather(clause.until, opening.gathering, fact.fact);
        if (isComplete(opening.gathering)) {
          if (opening.watch) meet(opening.watch, fact.at);
          opening = undefined;
        }
      }
      if (opening && fact.fact === 'contract.ended') atContractEnd(opening, fact.at);
      if (!own) return;
      // Of what was broken off, the end of the contract is the last word; it only waits for late evidence.
      const over = opening?.watch?.because === STILL_OWED;
      if (opening && !over && isLeft(opening.phase, life.turn)) {
        if (opening.watch) end(opening.watch, fact.at, eventOf(fact.fact));
        opening = undefined;
      }
      const begins = (role?.opens && opensBy(role)) || (reopens && life.turn === 'reopened');
      if (begins && (!opening?.watch || over)) open(fact.at);
      else if (opening && !over && life.retargeted) reconsider(opening, fact.at);
      standOrGo(opening?.watch ?? opening?.early, fact);
    },
    clocksAt: (now) => watches.map((watch) => clockOf(watch, { promise: term.name, form: clause.form, subject }, now)),
  };
}

/** Whether the phase in which something was opened is over. */
function isLeft(phase: Phase, turn: 'opened' | 'reopened' | 'ended' | 'merged' | undefined): boolean {
  switch (turn) {
    case 'merged':
      return true;
    case 'ended':
      return phase !== 'over';
    case 'reopened':
      return phase === 'over';
    case 'opened':
    case undefined:
      return false;
  }
}

/** The facts that may open it. */
export function wakesResponse(clause: ResponseClause, kind: string, vocabulary: Vocabulary): Iterable<string> {
  if (!planOf(clause, kind, vocabulary).reopens) return clause.when;
  const anew = [...effectsOf(vocabulary, kind)].filter(([, effect]) => effect === 'reopens' || effect === 'opens-anew');
  return new Set([...clause.when, ...anew.map(([fact]) => fact)]);
}

const planOf = onceAClause((clause: ResponseClause, kind, vocabulary) => {
  const effects = effectsOf(vocabulary, kind);
  const evidence = new Set(clause.until.all.flat());
  const roles = new Map<string, Role>();
  for (const fact of new Set([...clause.when, ...evidence])) {
    roles.set(fact, {
      opens: clause.when.includes(fact),
      effect: effects.get(fact),
      meets: evidence.has(fact),
      ofOtherKind: subjectNameOf(fact) !== kind,
    });
  }
  const reopens = clause.when.some((fact) => effects.get(fact)?.startsWith('opens'));
  return { roles, reopens };
});
