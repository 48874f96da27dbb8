/**
 * `every` … `until` (cadence) and `per` … `times` … `until` (count): something is due in each period
 * of the contract, from `contract.started` to `contract.ended`.
 *
 * - Evidence counts in the period in which it happens. The deadline of a period is its end, the midnight that belongs
 *   to the next one: what happens in its last second is in time, what happens at the midnight counts for the next.
 * - Which level and condition count, and what cuts a period short: see owed-periods.ts. A period that was cut short owes
 *   nothing; what happens in it is shown, and keeps it.
 * - `4` and `1..2` ask for their least number; more breaks nothing. `at most 2` asks for nothing, and the third breaks it.
 * - `excused-by`: a fact of this kind in the period excuses it, unless the evidence comes all the same.
 */
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import type { Times } from '../agreement/words/times.ts';
import { inRange } from '../calendar/time-range.ts';
import type { Clock } from './clock.ts';
import type { ClockName, Draft } from './clock-of.ts';
import type { Follower } from './follower.ts';
import { owedPeriods, type OwedPeriod } from './owed-periods.ts';
import type { Grid } from './periods.ts';
import { fieldOfStanding, record, standingOf, type History, type Standing } from './standing.ts';
import type { Term, Terms } from './terms.ts';

type PeriodicClause = ClauseOf<'cadence'> | ClauseOf<'count'>;
type Owed = { readonly grid: Grid; readonly times: Times };

/** Why a period that owes nothing has ended: the contract did, or stopped being owed the promise. */
export const CUT_SHORT = 'the period was cut short';

/** Follows one contract. */
export function followPeriods(terms: Terms, term: Term, clause: PeriodicClause, subject: string): Follower {
  const evidence = new Set(clause.until.all.flat());
  const excuses = new Set(clause.form === 'cadence' ? clause['excused-by'] : []);
  const name: ClockName = { promise: term.name, form: clause.form, subject };
  const history: History = [standingOf(terms)];
  const given: number[] = [];
  const excused: number[] = [];
  let starts: number | undefined;
  let ends: number | undefined;
  const owedAt = (standing: Standing): Owed | undefined => {
    if (!term.appliesTo(standing.level) || (clause.if && !holds(clause.if, fieldOfStanding(standing))))
      return undefined;
    return owedBy(term, clause, standing.level);
  };
  return {
    take(fact) {
      if (evidence.has(fact.fact)) given.push(fact.at);
      if (excuses.has(fact.fact)) excused.push(fact.at);
      if (fact.fact === 'contract.started') starts ??= fact.at;
      else if (fact.fact === 'contract.ended') ends ??= fact.at;
      record(history, fact);
    },
    clocksAt(now) {
      if (starts === undefined || !term.calendars) return [];
      const life = { zone: term.calendars.hours.zone, starts, ends, history };
      const clocks: Clock[] = [];
      for (const period of owedPeriods(life, owedAt, now)) clocks.push(clockOf(period, name, given, excused, now));
      return clocks;
    },
  };
}

function owedBy(term: Term, clause: PeriodicClause, level: string): Owed | undefined {
  if (clause.form === 'cadence') {
    const every = term.duration(level, undefined);
    if (every.is !== 'value' || every.value.counts !== 'calendar') return undefined;
    const { unit, count } = every.value;
    return { grid: { period: { unit, aligned: 'contract' }, every: count }, times: { least: 1 } };
  }
  const times = term.times(level, undefined);
  return times.is === 'value' ? { grid: { period: clause.per, every: 1 }, times: times.value } : undefined;
}

function clockOf(
  period: OwedPeriod<Owed>,
  name: ClockName,
  given: readonly number[],
  excused: readonly number[],
  now: number,
): Clock {
  const { number, from, to, cutAt, whole } = period;
  const { least, most } = period.owed.times;
  const end = cutAt ?? to;
  const first = firstFrom(given, from);
  const counted = firstFrom(given, end) - first;
  const over = now >= end;
  const excuse = excused[firstFrom(excused, from)];
  const clock: Draft = {
    ...name,
    cycle: 1,
    turn: number,
    state: 'running',
    opened: from,
    pauses: [],
    targets: [],
    tally: most === undefined ? { counted, least, unit: 'times' } : { counted, least, most, unit: 'times' },
  };
  if (inRange(to)) clock.due = to;
  const metAt = least > 0 ? (counted < least ? undefined : given[first + least - 1]) : over ? end : undefined;
  const brokenAt = least === 0 && most !== undefined && counted > most ? given[first + most] : undefined;
  if (brokenAt !== undefined) {
    clock.state = 'breached';
    clock.breachedAt = brokenAt;
  } else if (metAt !== undefined) {
    clock.state = 'met';
    clock.metAt = metAt;
  } else if (excuse !== undefined && excuse < end) {
    clock.state = 'ended';
    clock.endedAt = excuse;
    clock.because = 'excused';
  } else if (over && (cutAt !== undefined || !whole)) {
    clock.state = 'ended';
    clock.endedAt = end;
    clock.because = CUT_SHORT;
  } else if (over) {
    clock.state = 'breached';
    clock.breachedAt = to;
  }
  const until = Math.min(now, metAt ?? end);
  clock.elapsed = until - from;
  if (clock.due !== undefined) clock.remaining = clock.due - until;
  return clock;
}

/** The index of the first of these instants that is not before `at`; they are in order. */
function firstFrom(instants: readonly number[], at: number): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instants[middle] ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
