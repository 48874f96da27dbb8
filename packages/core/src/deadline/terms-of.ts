/** A description and what a contract agrees → the terms on which its clocks run. */
import type { Calendar } from '../calendar/calendar.ts';
import type { HolidayLists } from '../calendar/holiday-lists.ts';
import { granted, refuse, type Result } from '../refusals.ts';
import { vocabularyOf } from '../facts/vocabulary.ts';
import { targetOf } from '../agreement/checks/tables.ts';
import type { Description } from '../agreement/grammar/description.ts';
import type { PromiseClause } from '../agreement/grammar/promise.ts';
import { belongsTo, levelChain } from '../agreement/level-chain.ts';
import { nearest } from '../agreement/nearest.ts';
import type { ReadyDescription } from '../agreement/read-description.ts';
import { cellAt, type Table } from '../agreement/words/table.ts';
import { deviate, type Deviations } from './deviate.ts';
import { calendarsWith } from './own-calendars.ts';
import { settleParameters, type ParameterValues } from './settle-parameters.ts';
import { settle, type Agreed, type Settled, type Term, type Terms } from './terms.ts';
import type { PromiseCalendars } from './target.ts';

/**
 * Refuses an unknown or unsold level, parameters out of bounds or missing, deviations that are not allowed, and
 * calendars of the contract that cannot be read. `holidayLists` answers for those of them that name a country.
 */
export function termsOf(ready: ReadyDescription, agreed: Agreed, holidayLists?: HolidayLists): Result<Terms> {
  const { description } = ready;
  const level = Object.hasOwn(description.levels, agreed.level) ? description.levels[agreed.level] : undefined;
  if (!level) {
    const near = nearest(agreed.level, Object.keys(description.levels));
    return refuse(
      'level.unknown',
      `There is no level "${agreed.level}"; there are ${Object.keys(description.levels).join(', ')}.${near ? ` Did you mean "${near}"?` : ''}`,
    );
  }
  if (level.sold === false) return refuse('level.not-sold', `"${agreed.level}" is not sold by itself.`);
  const calendars = calendarsWith(ready, agreed.calendars ?? {}, holidayLists);
  if (!calendars.ok) return calendars;
  const values = settleParameters(description, agreed.parameters ?? {}, calendars.value);
  if (!values.ok) return values;
  const deviations = deviate(description, agreed.deviations ?? []);
  if (!deviations.ok) return deviations;
  const promises = new Map<string, Term>();
  for (const [name, clause] of Object.entries(description.promises)) {
    const term = termOf(name, clause, { description, calendars: calendars.value }, values.value, deviations.value);
    if (clause.form === 'cadence' && !goesByDates(term, description)) {
      return refuse(
        'parameter.invalid',
        `"${name}" is a rhythm over the whole contract and goes by dates: agree on days, weeks, months, quarters or years.`,
      );
    }
    promises.set(name, term);
  }
  return granted({
    description,
    level: agreed.level,
    calendars: calendars.value,
    vocabulary: vocabularyOf(description.activities ?? {}),
    promises,
    account: agreed.account ?? {},
  });
}

function termOf(
  name: string,
  clause: PromiseClause,
  { description, calendars }: ReadyDescription,
  values: ParameterValues,
  deviations: Deviations,
): Term {
  const target =
    clause.form === 'before' && clause.ahead ? { of: 'duration' as const, table: clause.ahead } : targetOf(clause);
  const { levels } = description;
  const lookUp = <T>(
    table: Table<T> | undefined,
    valueOf: (parameter: string) => T | undefined,
    deviation: (level: string, severity: number | undefined) => T | undefined,
  ) =>
    remembered((level: string, severity: number | undefined): Settled<T> => {
      const agreed = deviation(level, severity);
      const described: Settled<T> =
        table === undefined ? { is: 'none' } : settle(cellAt(table, levelChain(levels, level), severity), valueOf);
      return agreed === undefined ? described : { is: 'value', value: agreed, instead: described };
    });
  return {
    name,
    clause,
    calendars: calendarsOf(clause, calendars, values),
    duration: lookUp(
      target?.of === 'duration' ? target.table : undefined,
      (parameter) => values.durations.get(parameter),
      (level, severity) => deviations.duration(name, level, severity),
    ),
    times: lookUp(
      target?.of === 'times' ? target.table : undefined,
      (parameter) => values.times.get(parameter),
      (level, severity) => deviations.times(name, level, severity),
    ),
    quantity: lookUp(
      target?.of === 'quantity' ? target.table : undefined,
      (parameter) => values.quantities.get(parameter),
      () => undefined,
    ),
    appliesTo: (level) => belongsTo(levels, clause.levels, level),
  };
}

function calendarsOf(
  clause: PromiseClause,
  calendars: ReadonlyMap<string, Calendar>,
  values: ParameterValues,
): PromiseCalendars | undefined {
  const named = (name: string | { readonly parameter: string }) =>
    calendars.get(typeof name === 'string' ? name : (values.calendars.get(name.parameter) ?? ''));
  const hours = clause.calendar && named(clause.calendar.hours);
  const businessDays = clause.calendar && named(clause.calendar['business-days']);
  return hours && businessDays ? { hours, businessDays } : undefined;
}

/** A rhythm in hours or business days would have no periods, and so would silently promise nothing. */
function goesByDates(term: Term, { levels }: Description): boolean {
  return Object.keys(levels).every((level) => {
    const every = term.duration(level, undefined);
    return every.is !== 'value' || every.value.counts === 'calendar';
  });
}

/** Clocks ask the same few cells again and again. */
function remembered<T>(
  settled: (level: string, severity: number | undefined) => T,
): (level: string, severity: number | undefined) => T {
  const byLevel = new Map<string, T[]>();
  return (level, severity) => {
    const key = severity ?? 0;
    let known = byLevel.get(level);
    if (!known) byLevel.set(level, (known = []));
    return (known[key] ??= settled(level, severity));
  };
}
