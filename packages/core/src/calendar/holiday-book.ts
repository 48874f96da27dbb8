import { civilDate } from './civil-day.ts';
import { monthDayOf, readDate } from './date-text.ts';
import { readWallTime } from './wall-time.ts';
import type { HolidayLists, PublicHoliday } from './holiday-lists.ts';

/**
 * A holiday's effect on its date: no open time from `from` until `until` (wall seconds; `until` is
 * Infinity for the rest of the intervals that begin on that date, also past midnight).
 */
export type Closing = {
  /** Absent where a listed date has none; explanations then give the date. */
  readonly name?: string;
  readonly from: number;
  readonly until: number;
  /** "DE-BY" and the list's name, where the holiday comes from a list. */
  readonly country?: string;
  readonly list?: string;
};

/** The public holidays of one country or region, without those that the calendar takes back. */
export type CountryHolidays = {
  readonly country: string;
  readonly region?: string;
  readonly lists: HolidayLists;
  readonly removedDays: ReadonlySet<number>;
  readonly removedYearly: ReadonlySet<number>;
  /** Closings by year and day number, filled on demand. */
  readonly years: Map<number, ReadonlyMap<number, readonly Closing[]>>;
};

/** All holidays of a calendar: listed once, listed for every year, and by country. */
export type HolidayBook = {
  readonly dated: ReadonlyMap<number, readonly Closing[]>;
  readonly yearly: ReadonlyMap<number, readonly Closing[]>;
  readonly countries: readonly CountryHolidays[];
};

const NONE: readonly Closing[] = [];

/** The closings of a date, whole days before half days, listed ones before those of a country. */
export function closingsOn(book: HolidayBook, dayNo: number): readonly Closing[] {
  let found = book.dated.get(dayNo) ?? NONE;
  if (book.yearly.size > 0) found = both(found, book.yearly.get(monthDayOf(dayNo)));
  for (const country of book.countries) found = both(found, countryClosings(country, dayNo));
  if (found.length < 2) return found;
  return found.toSorted((a, b) => Number(isWholeDay(b)) - Number(isWholeDay(a)));
}

/** Whether nothing of the date's intervals is left. */
export function isWholeDay(closing: Closing): boolean {
  return closing.from === 0 && closing.until === Number.POSITIVE_INFINITY;
}

/** "DE-BY", or "AT" without a region. */
export function placeCode(country: string, region: string | undefined): string {
  return region === undefined ? country : `${country}-${region}`;
}

function both(some: readonly Closing[], more: readonly Closing[] | undefined): readonly Closing[] {
  if (more === undefined || more.length === 0) return some;
  return some.length === 0 ? more : [...some, ...more];
}

function countryClosings(book: CountryHolidays, dayNo: number): readonly Closing[] {
  const { year } = civilDate(dayNo);
  let days = book.years.get(year);
  if (days === undefined) {
    days = readYear(book, year);
    book.years.set(year, days);
  }
  return days.get(dayNo) ?? NONE;
}

function readYear(book: CountryHolidays, year: number): ReadonlyMap<number, readonly Closing[]> {
  const place = placeCode(book.country, book.region);
  const listed = book.lists.publicHolidays(book.country, book.region, year);
  if (listed === undefined) {
    // A place that was known when the calendar was read: dropping its holidays would open closed days.
    throw new Error(`The list ${book.lists.list} knows ${place} but not its year ${year}.`);
  }
  const days = new Map<number, Closing[]>();
  for (const holiday of listed) {
    const day = dayOf(holiday, book.lists.list);
    if (book.removedDays.has(day) || book.removedYearly.has(monthDayOf(day))) continue;
    const from = holiday.from === undefined ? 0 : (readWallTime(holiday.from) ?? 0);
    const closing = {
      name: holiday.name,
      from,
      until: Number.POSITIVE_INFINITY,
      country: place,
      list: book.lists.list,
    };
    days.set(day, [...(days.get(day) ?? []), closing]);
  }
  return days;
}

function dayOf(holiday: PublicHoliday, list: string): number {
  const date = readDate(holiday.date);
  if (date?.kind === 'once') return date.day;
  throw new Error(`The list ${list} gives "${holiday.date}" as the date of ${holiday.name}.`);
}
