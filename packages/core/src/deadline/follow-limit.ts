/**
 * `limit` … `at-most`: no more than that in each period, or in the whole contract where no period is named.
 *
 * - Facts that carry `seconds` are added up for a limit of time, others are counted. A correction is a fact with
 *   negative whole `seconds`; it does not undo a breach, and more may be taken back in a period than was logged in it.
 *   Seconds that are no whole number count as nothing: whoever reads facts refuses those.
 * - The fact that goes over is the breach, one a period. What was allowed is asked at the fact: a later change of level
 *   judges nothing again.
 * - A recorded approval (`unless`) in the same period raises the limit by its `seconds` or `count`, or lifts it for the
 *   period where it names neither. It has to be there before the fact that goes over: the journal's order decides.
 * - `if` asks the fact itself, then what is known of the account.
 * - "Once a day" counts by the calendar day, "twice a week" from Monday to Sunday, in the zone of the promise's
 *   calendar, or in UTC where it names none.
 * - It counts from the contract's start, or from the first fact that counts where there was one before.
 */
import { holds, type ConditionValue } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import type { Quantity } from '../agreement/words/quantity.ts';
import { zoneTable } from '../calendar/zone-table.ts';
import { subjectNameOf } from '../facts/vocabulary.ts';
import type { ClockName } from './clock-of.ts';
import { wholeNumber, type Fact } from './fact.ts';
import type { Follower } from './follower.ts';
import { limitClock, type Entry, type Limited } from './limit-clock.ts';
import { owedPeriods } from './owed-periods.ts';
import type { Grid } from './periods.ts';
import { fieldOfStanding, record, standingOf, type History, type Standing } from './standing.ts';
import type { Term, Terms } from './terms.ts';

/** Follows one contract. */
export function followLimit(terms: Terms, term: Term, clause: ClauseOf<'limit'>, subject: string): Follower {
  const limited = new Set(clause.limit);
  const approvals = new Set(clause.unless?.all.flat());
  const name: ClockName = { promise: term.name, form: clause.form, subject };
  const zone = term.calendars?.hours.zone ?? zoneTable('UTC');
  const history: History = [standingOf(terms)];
  const entries: Entry[] = [];
  let starts: number | undefined;
  let ends: number | undefined;

  const limitedAt = ({ level }: Standing): Limited | undefined => {
    const settled = term.appliesTo(level) ? term.quantity(level, undefined) : undefined;
    return settled?.is === 'value' ? limitOf(settled.value, clause) : undefined;
  };
  return {
    take(fact) {
      if (fact.fact === 'contract.started') starts ??= fact.at;
      else if (fact.fact === 'contract.ended') ends ??= fact.at;
      record(history, fact);
      const approves = approvals.has(fact.fact);
      const standing = history.at(-1);
      if (!standing || !(approves || limited.has(fact.fact))) return;
      if (!approves && clause.if && !holds(clause.if, fieldOfFact(fact, standing))) return;
      const allowed = limitedAt(standing);
      if (!allowed) return;
      starts ??= fact.at;
      const { unit, most } = allowed;
      entries.push({
        at: fact.at,
        most,
        approves,
        amount: approves ? raiseOf(fact, unit) : unit === 'times' ? 1 : secondsOf(fact),
      });
    },
    clocksAt(now) {
      if (starts === undefined || !zone) return [];
      const periods = [...owedPeriods({ zone, starts, ends, history }, limitedAt, now)];
      let next = 0;
      return periods.map((period) => {
        const inside: Entry[] = [];
        for (let entry = entries[next]; entry && entry.at < (period.cutAt ?? period.to); entry = entries[++next]) {
          if (entry.at >= period.from) inside.push(entry);
        }
        return limitClock(period, inside, name, clause['warn-at'], now);
      });
    },
  };
}

/** Nothing where there is no limit. */
function limitOf(quantity: Quantity, clause: ClauseOf<'limit'>): Limited | undefined {
  const grid: Grid = clause.per ? { period: clause.per, every: 1 } : 'contract';
  switch (quantity.of) {
    case 'unlimited':
      return undefined;
    case 'time':
      return { grid, most: quantity.seconds, unit: 'seconds' };
    case 'count':
      return { grid, most: quantity.count, unit: 'times' };
    case 'rate':
      return {
        grid: { period: { unit: quantity.per, aligned: 'calendar' }, every: 1 },
        most: quantity.count,
        unit: 'times',
      };
  }
}

function secondsOf(fact: Fact): number {
  return wholeNumber(fact.data?.['seconds']) ?? 0;
}

/** By how much an approval raises the limit; what it names in other units, or in no number, raises nothing. */
function raiseOf(fact: Fact, unit: 'seconds' | 'times'): number {
  const { seconds, count } = fact.data ?? {};
  if (seconds === undefined && count === undefined) return Number.POSITIVE_INFINITY;
  return wholeNumber(unit === 'seconds' ? seconds : count) ?? 0;
}

/** "hours.role" is the `role` of the fact that is counted. */
function fieldOfFact(fact: Fact, standing: Standing): (field: string) => ConditionValue | undefined {
  const ofAccount = fieldOfStanding(standing);
  const prefix = `${subjectNameOf(fact.fact)}.`;
  return (field) => {
    const key = field.startsWith(prefix) ? field.slice(prefix.length) : field;
    return fact.data && Object.hasOwn(fact.data, key) ? (fact.data[key] ?? undefined) : ofAccount(field);
  };
}
