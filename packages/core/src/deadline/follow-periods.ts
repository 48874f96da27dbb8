/**
 * `every` … `until` (cadence) and `per` … `times` … `until` (count): something is due in each period
 * of the contract, from `contract.started` to `contract.ended`. Evidence counts in the period in
 * which it happens. A period that the contract's start or end cuts short owes nothing; what happens
 * in it is shown.
 */
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import type { Period, Times } from '../agreement/words/times.ts';
import type { Clock, ClockState } from './clock.ts';
import type { Fact } from './fact.ts';
import type { Follower } from './follower.ts';
import { fieldOf, live, unborn } from './life.ts';
import { contractPeriod, periodsOf, type Span } from './periods.ts';
import type { Term, Terms } from './terms.ts';

type PeriodicClause = ClauseOf<'cadence'> | ClauseOf<'count'>;
type Owed = { readonly period: Period; readonly every: number; readonly times: Times };

/** Follows one contract. */
export function followPeriods(terms: Terms, term: Term, clause: PeriodicClause, subject: string): Follower {
  const evidence = clause.until.all.flat();
  const excuses = clause.form === 'cadence' ? (clause['excused-by'] ?? []) : [];
  const life = unborn(terms.level, terms.account);
  const given: number[] = [];
  const excused: number[] = [];
  let starts: number | undefined;
  let ends: number | undefined;
  return {
    take(fact: Fact) {
      if (fact.fact === 'contract.started' && starts === undefined) starts = fact.at;
      if (fact.fact === 'contract.ended') ends = fact.at;
      if (fact.subject === subject) live(life, fact, NO_EFFECTS);
      if (evidence.includes(fact.fact)) given.push(fact.at);
      if (excuses.includes(fact.fact)) excused.push(fact.at);
    },
    clocksAt(now) {
      const owed = owedBy(term, clause, life.level);
      if (starts === undefined || !owed || !term.calendars || !term.appliesTo(life.level)) return [];
      if (clause.if && !holds(clause.if, fieldOf(life))) return [];
      const until = Math.min(now + 1, ends ?? Number.POSITIVE_INFINITY);
      const clocks: Clock[] = [];
      for (const span of periodsOf(owed.period, owed.every, term.calendars.hours.zone, starts, until)) {
        clocks.push(clockOfSpan(span, owed, { promise: term.name, form: clause.form, subject }, { given, excused, ends, now }));
      }
      return clocks;
    },
  };
}

const NO_EFFECTS = new Map();

function owedBy(term: Term, clause: PeriodicClause, level: string): Owed | undefined {
  if (clause.form === 'cadence') {
    const every = term.duration(level, undefined);
    if (every.is !== 'value' || every.value.counts !== 'calendar') return undefined;
    return { period: contractPeriod(every.value.unit), every: every.value.count, times: { least: 1 } };
  }
  const times = term.times(level, undefined);
  return times.is === 'value' ? { period: clause.per, every: 1, times: times.value } : undefined;
}

type Happened = { readonly given: readonly number[]; readonly excused: readonly number[]; readonly ends: number | undefined; readonly now: number };

/** The deadline of a period is its end, which belongs to the next one: what happens in its last second is in time. */
function clockOfSpan(span: Span, { times }: Owed, of: Pick<Clock, 'promise' | 'form' | 'subject'>, { given, excused, ends, now }: Happened): Clock {
  const inside = given.filter((at) => at >= span.from && at < span.to && at <= now);
  const due = span.to;
  const metAt = times.least > 0 ? inside[times.least - 1] : now >= due ? due : undefined;
  const cutShort = !span.whole || (ends !== undefined && ends < due);
  const endedAt = ends !== undefined && ends < due ? ends : due;
  const excusedAt = excused.find((at) => at >= span.from && at < due && at <= now);
  const over = now >= due || (ends !== undefined && ends <= now);
  const outcome = ((): { state: ClockState; rest?: Partial<Clock> } => {
    if (metAt !== undefined) return { state: 'met', rest: { metAt } };
    if (excusedAt !== undefined) return { state: 'ended', rest: { endedAt: excusedAt, because: 'excused' } };
    if (!over) return { state: 'running' };
    if (cutShort) return { state: 'ended', rest: { endedAt, because: 'the period was cut short' } };
    return { state: 'breached', rest: { breachedAt: due } };
  })();
  return {
    ...of,
    cycle: 1,
    turn: span.number,
    opened: span.from,
    due,
    pauses: [],
    targets: [],
    tally: { counted: inside.length, least: times.least, ...(times.most === undefined ? {} : { most: times.most }), unit: 'times' },
    elapsed: Math.min(Math.max(0, now - span.from), span.to - span.from),
    remaining: Math.max(0, due - now),
    state: outcome.state,
    ...outcome.rest,
  };
}
