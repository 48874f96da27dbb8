/**
 * Terms: a description as one contract has it, at one level, its parameters filled in and its
 * agreed deviations applied. What clocks run on.
 */
import type { Calendar } from '../calendar/calendar.ts';
import type { Vocabulary } from '../facts/vocabulary.ts';
import type { Description } from '../agreement/grammar/description.ts';
import type { PromiseClause } from '../agreement/grammar/promise.ts';
import type { Duration } from '../agreement/words/duration.ts';
import type { Quantity } from '../agreement/words/quantity.ts';
import type { Times } from '../agreement/words/times.ts';
import type { Cell } from '../agreement/words/table.ts';
import type { FactData } from './fact.ts';
import type { PromiseCalendars } from './target.ts';

/** What a cell says once parameters are filled in: a value, owed on request only, or nothing. */
export type Settled<T> =
  /** `instead`: of what the description says, where the contract agreed on something else. */
  | { readonly is: 'value'; readonly value: T; readonly instead?: Settled<T> }
  | { readonly is: 'on-request' }
  | { readonly is: 'none' };

/** One promise in force. */
export type Term = {
  readonly name: string;
  readonly clause: PromiseClause;
  /** Undefined where the promise counts no time. */
  readonly calendars: PromiseCalendars | undefined;
  /** How long, at a level and severity. */
  readonly duration: (level: string, severity: number | undefined) => Settled<Duration>;
  readonly times: (level: string, severity: number | undefined) => Settled<Times>;
  readonly quantity: (level: string, severity: number | undefined) => Settled<Quantity>;
  /** Whether the promise belongs to a level: a ticket's level may change. */
  readonly appliesTo: (level: string) => boolean;
};

export type Terms = {
  readonly description: Description;
  readonly level: string;
  /** The description's, and the contract's own. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly vocabulary: Vocabulary;
  readonly promises: ReadonlyMap<string, Term>;
  /** What conditions may ask of the account: segment, hosts … */
  readonly account: FactData;
};

/** What one contract agrees: its level, and values for parameters and deviations as the language writes them. */
export type Agreed = {
  readonly level: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Calendars of its own by name, as the language writes them; a parameter that is a calendar may name one of them. */
  readonly calendars?: Readonly<Record<string, unknown>>;
  readonly deviations?: readonly Deviation[];
  readonly account?: FactData;
};

/** A target agreed for one account, within the bounds that the description sets. */
export type Deviation = {
  readonly promise: string;
  readonly level?: string;
  readonly severity?: number;
  readonly value: string;
};

/** How a cell is settled, given the values of parameters. */
export function settle<T>(cell: Cell<T> | undefined, valueOf: (parameter: string) => T | undefined): Settled<T> {
  if (cell === undefined || cell.cell === 'none') return { is: 'none' };
  if (cell.cell === 'on-request') return { is: 'on-request' };
  if (cell.cell === 'value') return { is: 'value', value: cell.value };
  const value = valueOf(cell.parameter);
  return value === undefined ? { is: 'none' } : { is: 'value', value };
}
