import { type Calendar, type HolidayLists, readCalendar } from '@tamarack/core';
import { DAYS, type Site } from './site.ts';

/** A site's calendar as Tamarack reads it: holidays by country, from the list that descriptions use. */
export function siteCalendar(site: Site, holidayLists: HolidayLists): Calendar {
  const weekly = Object.fromEntries(
    DAYS.map((day, i) => [day, (site.week[i] ?? []).map(([from, to]) => `${from}-${to}`)]),
  );
  const read = readCalendar({ zone: site.zone, weekly, holidays: { country: site.country } }, { holidayLists });
  if (!read.ok) throw new Error(read.refusal.sentence);
  return read.value;
}

/** The same holidays as dates, for peers. */
export function siteHolidays(site: Site, lists: HolidayLists, firstYear: number, lastYear: number): string[] {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  return years
    .flatMap((year) => lists.publicHolidays(site.country, undefined, year) ?? [])
    .map(({ date, from }) => {
      if (from !== undefined) throw new Error(`${date} is half a holiday in ${site.name}, which no peer can be told.`);
      return date;
    });
}
