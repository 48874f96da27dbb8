/** On which calendar the time of a promise counts, in the words of its clause. */
import { tablesOf } from '../checks/tables.ts';
import type { Description } from '../grammar/description.ts';
import type { PromiseClause } from '../grammar/promise.ts';
import type { Duration } from '../words/duration.ts';
import { calendarInWords } from './owner-in-words.ts';
import { cellsOf } from '../words/table.ts';

/** A sentence on hours, one on business days, one on dates: those of which the promise has durations. */
export function countingInWords(
  promise: PromiseClause,
  description: Pick<Description, 'calendars' | 'parameters'>,
): string[] {
  if (promise.calendar === undefined) return [];
  const kinds = kindsOfTime(promise, description);
  const { hours, 'business-days': days } = promise.calendar;
  const sentences: string[] = [];
  if (kinds.has('working-time')) {
    sentences.push(
      isAlwaysOpen(hours, description)
        ? 'Hours count around the clock, every day of the year.'
        : `Hours count only while ${calendarInWords(hours)} is open (see Calendars).`,
    );
  }
  if (kinds.has('business-days'))
    sentences.push(`Business days are counted on ${calendarInWords(days)} (see Calendars).`);
  return sentences;
}

/** Whether a calendar is open at every moment, so that nobody has to look it up. */
export function isAlwaysOpen(
  calendar: string | { readonly parameter: string },
  { calendars }: Pick<Description, 'calendars'>,
): boolean {
  const shape = typeof calendar === 'string' ? calendars[calendar] : undefined;
  return shape !== undefined && 'weekly' in shape && shape.weekly === '24x7' && !shape.holidays && !shape.exceptions;
}

/** The ways of counting that a promise uses, those of its parameters included. */
export function kindsOfTime(
  promise: PromiseClause,
  { parameters }: Pick<Description, 'parameters'>,
): Set<Duration['counts']> {
  const kinds = new Set<Duration['counts']>();
  const add = (duration: Duration | undefined) => void (duration && kinds.add(duration.counts));
  for (const placed of tablesOf(promise)) {
    if (placed.of !== 'duration') continue;
    for (const { cell } of cellsOf(placed.table)) {
      if (cell.cell === 'value') add(cell.value);
      const parameter = cell.cell === 'parameter' ? parameters?.[cell.parameter] : undefined;
      if (parameter?.is === 'duration') [parameter.agreed, parameter['at-least'], parameter['at-most']].forEach(add);
    }
  }
  return kinds;
}
