import { answered, refused, type Answer } from './answer.ts';
import { readInstant } from './read-instant.ts';

/** The instants that clocks know: the years 1800 to 2499, in epoch seconds. */
const FIRST = -5_364_662_400;
const END = 16_725_225_600;

const REMEDY = 'Write an instant such as 2026-12-01T08:00:00Z, a date such as 2026-12-01, or whole epoch seconds';

/** Whether clocks can read when an announced thing will be: an instant with its offset, a date, or epoch seconds. */
export function readMomentOfData(value: string | number): Answer<string | number> {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value >= FIRST && value < END
      ? answered(value)
      : refused(`${value} is no whole epoch second of the years 1800 to 2499. ${REMEDY}`);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  // A date is read in the zone of the promise's calendar; any hour shows whether there is such a date.
  const read = value.endsWith(']') ? undefined : readInstant(isDate ? `${value}T12:00Z` : value);
  return read?.ok ? answered(value) : refused(`"${value}" is no moment that can be read. ${REMEDY}`);
}
