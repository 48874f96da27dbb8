import { addWorkingTime, type HolidayLists } from '@tamarack/core';
import { timed } from '../measure/timed.ts';
import { SITES } from './site.ts';
import { siteCalendar } from './site-calendar.ts';

/**
 * What the speed of later deadlines is bought with: milliseconds to read a calendar and compute its first deadline, for
 * which four years of open time are laid out. The mean over the sites; their holidays are already known to the lists.
 */
export function firstDeadline(lists: HolidayLists): number {
  const from = Temporal.Instant.from('2026-03-02T09:30:00Z');
  return timed(() => SITES.forEach((site) => addWorkingTime(siteCalendar(site, lists), from, 4 * 3600))) / SITES.length;
}
