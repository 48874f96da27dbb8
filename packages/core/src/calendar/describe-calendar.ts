import { dateInWords, monthDayInWords } from './date-in-words.ts';
import { hoursInWords, listInWords, weekInWords } from './describe-hours.ts';
import { isWholeDay, placeCode } from './holiday-book.ts';
import { DAY, wallTimeText } from './wall-time.ts';
import type { Calendar, WeeklyCalendar } from './calendar.ts';
import type { Closing, CountryHolidays, HolidayBook } from './holiday-book.ts';

/**
 * The calendar as plain sentences for a document that a customer signs: hours, zone, holidays with
 * the list that they come from, exceptions, and the rules that could surprise.
 */
export function describeCalendar(calendar: Calendar): readonly string[] {
  if (calendar.kind === 'weekly') return describeWeekly(calendar);
  const parts = calendar.parts.map((part, index) => ({ part, name: part.name ?? `part ${index + 1}` }));
  return [
    `Open whenever any of these calendars is open: ${listInWords(parts.map(({ name }) => name))}. Dates are those of ${calendar.zone.zone}.`,
    ...parts.flatMap(({ part, name }) => describeCalendar(part).map((sentence) => `${name}: ${sentence}`)),
  ];
}

function describeWeekly(calendar: WeeklyCalendar): readonly string[] {
  const { weekly, zone, holidays, exceptions } = calendar;
  const always = weekly.every((hours) => hours.length === 1 && hours[0]?.from === 0 && hours[0].to === DAY);
  const dates = [...exceptions].toSorted(([a], [b]) => a - b);
  const allHours = [...weekly, ...exceptions.values().map((day) => day.hours)].flat();
  return [
    always ? `Open at all hours of every day (24x7), ${zone.zone}.` : `${weekInWords(weekly)}, ${zone.zone}.`,
    ...holidays.countries.map(countrySentence),
    ...listedSentence(holidays),
    ...dates.map(([day, { hours, name }]) => {
      const named = name === undefined ? '' : ` (${name})`;
      return `On ${dateInWords(day)}${named}, instead of all this: ${hoursInWords(hours)}.`;
    }),
    ...(allHours.some((hours) => hours.to > DAY)
      ? ['Hours that run past midnight belong to the day on which they begin.']
      : []),
  ];
}

function countrySentence(book: CountryHolidays): string {
  const { country, region, lists } = book;
  const countryName = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(country) ?? country;
  const regionName = region === undefined ? [] : [lists.regionName?.(country, region) ?? placeCode(country, region)];
  const removed = [
    ...[...book.removedYearly].toSorted((a, b) => a - b).map(monthDayInWords),
    ...[...book.removedDays].toSorted((a, b) => a - b).map(dateInWords),
  ];
  const except = removed.length === 0 ? '' : `, except ${listInWords(removed)}`;
  const place = [countryName, ...regionName].join(', ');
  const { years } = lists;
  const span = years ? ` in the years ${years.from} to ${years.to}` : '';
  const beyond = years ? ' Of other years the list is not known, and no holiday of it closes.' : '';
  return `Closed on the public holidays of ${place}${span} (list ${lists.list})${except}.${beyond}`;
}

function listedSentence(book: HolidayBook): readonly string[] {
  const words = [
    ...[...book.yearly]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([monthDay, closings]) => closings.map((closing) => closingInWords(monthDayInWords(monthDay), closing))),
    ...[...book.dated]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([day, closings]) => closings.map((closing) => closingInWords(dateInWords(day), closing))),
  ];
  return words.length === 0 ? [] : [`Closed on ${listInWords(words)}.`];
}

function closingInWords(date: string, closing: Closing): string {
  const from = closing.from === 0 ? '' : ` from ${wallTimeText(closing.from)}`;
  const until = closing.until === Number.POSITIVE_INFINITY ? '' : ` until ${wallTimeText(closing.until)}`;
  const name = closing.name === undefined ? '' : ` (${closing.name})`;
  return isWholeDay(closing) ? `${date}${name}` : `${date}${from}${until}${name}`;
}
