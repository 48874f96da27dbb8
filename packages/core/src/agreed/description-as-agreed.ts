/**
 * A description as one contract has it: only the clauses of its level, with what was agreed in the place of parameters
 * and tables. Two of them can be compared like two descriptions, whether version, level or values moved.
 */
import { calendarSchema } from '../calendar/calendar-schema.ts';
import type { Description } from '../agreement/grammar/description.ts';
import type { PromiseClause } from '../agreement/grammar/promise.ts';
import { isMapping } from '../agreement/comparison/same-value.ts';
import { belongsTo } from '../agreement/level-chain.ts';
import { holds, type Condition } from '../agreement/words/condition.ts';
import type { Cell, Table } from '../agreement/words/table.ts';
import type { Agreed, Settled, Term, Terms } from '../deadline/terms.ts';

/** The one level that is left: a contract that moves to another level keeps comparable clauses. */
const AGREED = 'agreed';

type Calendars = Description['calendars'];
type Reference = NonNullable<PromiseClause['calendar']>['hours'];

/** `agreed` is what made these terms (`termsOf`). */
export function descriptionAsAgreed({ description, level, promises }: Terms, agreed: Agreed): Description {
  const { eligibility: _asked, levels, calendars, parameters = {}, promises: _written, ...sections } = description;
  const named = (reference: Reference) =>
    typeof reference === 'string' ? reference : (calendarOf(parameters, agreed, reference.parameter) ?? reference);
  // Same sections with fewer clauses in them: the shape stays that of a description.
  const rest = atLevel(sections, levels, level) as typeof sections;
  const channels = mapped(rest.channels, (channel) => ({ ...channel, hours: named(channel.hours) }));
  return {
    ...rest,
    channels,
    calendars: { ...calendars, ...ownCalendars(agreed) },
    levels: { [AGREED]: { name: levels[level]?.name ?? level } },
    parameters: textsOf(parameters, agreed),
    promises: Object.fromEntries(
      [...promises.values()]
        .filter((term) => term.appliesTo(level) && canHoldAt(term.clause.if, level))
        .map((term) => [term.name, clauseAsAgreed(term, level, description, named)]),
    ),
  };
}

/** Leaves out clauses of other levels, and the key by which that was said. */
function atLevel(value: unknown, levels: Description['levels'], level: string): unknown {
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !isMapping(inner) || belongsTo(levels, namesIn(inner['levels']), level))
      .filter(([key, inner]) => !(key === 'levels' && Array.isArray(inner)))
      .map(([key, inner]) => [key, atLevel(inner, levels, level)]),
  );
}

function clauseAsAgreed(
  term: Term,
  level: string,
  description: Description,
  named: (reference: Reference) => Reference,
): PromiseClause {
  const { levels: _of, deviation: _bounds, calendar, ...clause } = term.clause;
  const counted = calendar
    ? { calendar: { hours: named(calendar.hours), 'business-days': named(calendar['business-days']) } }
    : {};
  const severities = Object.keys(description.severities?.list ?? {}).map(Number);
  const table = <T>(settled: (level: string, severity: number | undefined) => Settled<T>): Table<T> =>
    tableOf((severity) => settled(level, severity), severities);
  switch (clause.form) {
    case 'response':
      return { ...clause, ...counted, within: table(term.duration) };
    case 'update':
      return { ...clause, ...counted, every: table(term.duration) };
    case 'cadence':
      return { ...clause, ...counted, every: allOf(term.duration(level, undefined)) };
    case 'count':
      return { ...clause, ...counted, times: allOf(term.times(level, undefined)) };
    case 'before':
      return clause.ahead ? { ...clause, ...counted, ahead: table(term.duration) } : { ...clause, ...counted };
    case 'limit':
      return { ...clause, ...counted, 'at-most': allOf(term.quantity(level, undefined)) };
    case 'request':
    case 'gate':
      return { ...clause, ...counted };
  }
}

/** By severity where that makes a difference. */
function tableOf<T>(settled: (severity: number | undefined) => Settled<T>, severities: readonly number[]): Table<T> {
  const cells = severities.map((severity) => [String(severity), cellOf(settled(severity))] as const);
  const texts = new Set(cells.map(([, cell]) => JSON.stringify(cell)));
  const [first] = cells;
  if (first && texts.size === 1) return { by: 'all', cell: first[1] };
  return first ? { by: 'key', rows: Object.fromEntries(cells) } : allOf(settled(undefined));
}

function allOf<T>(settled: Settled<T>): Table<T> {
  return { by: 'all', cell: cellOf(settled) };
}

function cellOf<T>(settled: Settled<T>): Cell<T> {
  return settled.is === 'value' ? { cell: 'value', value: settled.value } : { cell: settled.is };
}

/** A condition that asks for another level: the promise is none of this contract's. */
function canHoldAt(condition: Condition | undefined, level: string): boolean {
  if (!condition) return true;
  return condition.anyOf.some((tests) =>
    tests.every((test) => test.field !== 'level' || holds({ text: '', anyOf: [[test]] }, () => level)),
  );
}

function calendarOf(
  parameters: NonNullable<Description['parameters']>,
  agreed: Agreed,
  name: string,
): string | undefined {
  const parameter = parameters[name];
  return agreed.parameters?.[name] ?? (parameter?.is === 'calendar' ? parameter.agreed : undefined);
}

/** The contract's own calendars; they were read when the terms were made. */
function ownCalendars({ calendars = {} }: Agreed): Calendars {
  const read = Object.entries(calendars).map(([name, written]) => [name, calendarSchema.safeParse(written)] as const);
  return Object.fromEntries(read.flatMap(([name, { data }]) => (data === undefined ? [] : [[name, data]])));
}

/** What is only text stands in no promise, and so is compared as a parameter. */
function textsOf(
  parameters: NonNullable<Description['parameters']>,
  agreed: Agreed,
): NonNullable<Description['parameters']> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, parameter]) => {
      if (parameter.is !== 'text') return [];
      const text = agreed.parameters?.[name] ?? parameter.agreed;
      return [[name, text === undefined ? parameter : { ...parameter, agreed: text }]];
    }),
  );
}

function mapped<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function namesIn(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}
