import { noDate, readDate } from './date-text.ts';
import { placeCode } from './holiday-book.ts';
import type { CountryHolidaysShape } from './calendar-schema.ts';
import type { Path, Report } from './calendar-problem.ts';
import type { CountryHolidays } from './holiday-book.ts';
import type { HolidayLists } from './holiday-lists.ts';

/** A list knows a place or not, whatever the year; this one is asked to find out. */
const ANY_YEAR = 2026;

/** A country's holidays without those that are removed; `undefined` after a problem with its list. */
export function readCountry(
  shape: CountryHolidaysShape,
  lists: HolidayLists | undefined,
  path: Path,
  report: Report,
): CountryHolidays | undefined {
  const removedDays = new Set<number>();
  const removedYearly = new Set<number>();
  shape.remove?.forEach((text, index) => {
    const date = readDate(text);
    if (!date) report([...path, 'remove', index], 'calendar.impossible-date', noDate(text));
    else if (date.kind === 'once') removedDays.add(date.day);
    else removedYearly.add(date.monthDay);
  });
  const place = placeCode(shape.country, shape.region);
  if (!lists) {
    const sentence = `The public holidays of ${place} are asked for, but no list of holidays is at hand.`;
    report([...path, 'country'], 'calendar.holiday-list-missing', sentence);
    return undefined;
  }
  if (shape.list !== undefined && shape.list !== lists.list) {
    const sentence = `The calendar was agreed with the list "${shape.list}", but "${lists.list}" is at hand.`;
    report([...path, 'list'], 'calendar.holiday-list-other', sentence);
    return undefined;
  }
  if (lists.publicHolidays(shape.country, shape.region, ANY_YEAR) === undefined) {
    const knowsCountry = lists.publicHolidays(shape.country, undefined, ANY_YEAR) !== undefined;
    const sentence = `The list "${lists.list}" does not know ${place}.`;
    report(
      [...path, knowsCountry && shape.region !== undefined ? 'region' : 'country'],
      'calendar.unknown-country',
      sentence,
    );
    return undefined;
  }
  return {
    country: shape.country,
    ...(shape.region === undefined ? {} : { region: shape.region }),
    lists,
    removedDays,
    removedYearly,
    years: new Map(),
  };
}
