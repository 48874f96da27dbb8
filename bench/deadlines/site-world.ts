import type { Calendar, HolidayLists } from '@tamarack/core';
import { loadHolidayLists } from '../holiday-lists.ts';
import { type Site, SITES } from './site.ts';
import { siteCalendar, siteHolidays } from './site-calendar.ts';

/** What contenders are told about the sites: Tamarack a calendar, peers dates. */
export type SiteWorld = {
  readonly calendars: ReadonlyMap<Site, Calendar>;
  readonly holidays: ReadonlyMap<Site, readonly string[]>;
  readonly lists: HolidayLists;
};

/** All sites, with the holidays of these years for the peers: they search the list date by date, so it is kept short. */
export async function siteWorld(firstYear: number, lastYear: number): Promise<SiteWorld> {
  const lists = await loadHolidayLists();
  return {
    lists,
    calendars: new Map(SITES.map((site): [Site, Calendar] => [site, siteCalendar(site, lists)])),
    holidays: new Map(SITES.map((site): [Site, string[]] => [site, siteHolidays(site, lists, firstYear, lastYear)])),
  };
}
