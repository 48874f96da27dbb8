import { readCountry } from './read-country.ts';
import { noDate, readDate } from './date-text.ts';
import { readWallTime } from './wall-time.ts';
import type { CountryHolidaysShape, HolidayEntryShape, HolidaysShape } from './calendar-schema.ts';
import type { Path, Report } from './calendar-problem.ts';
import type { Closing, CountryHolidays, HolidayBook } from './holiday-book.ts';
import type { HolidayLists } from './holiday-lists.ts';

/**
 * The holidays of a calendar. Reports `calendar.impossible-date` and `calendar.bad-time`, and for
 * countries `calendar.holiday-list-missing`, `calendar.holiday-list-other` and
 * `calendar.unknown-country`.
 */
export function readHolidays(
  shape: HolidaysShape | undefined,
  lists: HolidayLists | undefined,
  path: Path,
  report: Report,
): HolidayBook {
  const dated = new Map<number, Closing[]>();
  const yearly = new Map<number, Closing[]>();
  const countries: CountryHolidays[] = [];

  const addEntry = (entry: HolidayEntryShape, at: Path): void => {
    const { date: text } = typeof entry === 'string' ? { date: entry } : entry;
    const date = readDate(text);
    const closing = readClosing(entry, at, report);
    if (!date) report(typeof entry === 'string' ? at : [...at, 'date'], 'calendar.impossible-date', noDate(text));
    else if (date.kind === 'once') dated.set(date.day, [...(dated.get(date.day) ?? []), closing]);
    else yearly.set(date.monthDay, [...(yearly.get(date.monthDay) ?? []), closing]);
  };
  const addCountry = (country: CountryHolidaysShape, at: Path): void => {
    const read = readCountry(country, lists, at, report);
    if (read) countries.push(read);
    country.add?.forEach((entry, index) => addEntry(entry, [...at, 'add', index]));
  };

  if (Array.isArray(shape)) {
    shape.forEach((entry, index) => {
      if (typeof entry === 'object' && 'country' in entry) addCountry(entry, [...path, index]);
      else addEntry(entry, [...path, index]);
    });
  } else if (shape) addCountry(shape, path);
  return { dated, yearly, countries };
}

function readClosing(entry: HolidayEntryShape, path: Path, report: Report): Closing {
  const { name, from, until } = typeof entry === 'string' ? {} : entry;
  const time = (text: string | undefined, otherwise: number, key: string): number => {
    if (text === undefined) return otherwise;
    const seconds = readWallTime(text);
    if (seconds === undefined) report([...path, key], 'calendar.bad-time', `"${text}" is no time such as "14:00".`);
    return seconds ?? otherwise;
  };
  const closing = {
    ...(name === undefined ? {} : { name }),
    from: time(from, 0, 'from'),
    until: time(until, Number.POSITIVE_INFINITY, 'until'),
  };
  if (closing.until <= closing.from) {
    report(
      [...path, 'until'],
      'calendar.bad-interval',
      `Closed from ${from ?? '00:00'} until ${until} is no time at all.`,
    );
  }
  return closing;
}
