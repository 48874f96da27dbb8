/** Dates in a zone: the days, weeks, months and years in which things are counted. */
import { dayOfPlainDate, plainDate } from '../calendar/civil-day.ts';
import { secondsOfWall, wallOf, type ZoneTable } from '../calendar/zone-table.ts';
import type { CalendarUnit } from '../agreement/words/duration.ts';

export type Zone = ZoneTable;

/** The first instant of the local day, week (Monday), month, quarter or year in which an instant lies. */
export function startOfUnit(zone: Zone, at: number, unit: CalendarUnit): number {
  return firstInstantOfDate(zone, firstDate(localDateOf(zone, at), unit));
}

/** The first instant of the next one. */
export function startOfNext(zone: Zone, at: number, unit: CalendarUnit): number {
  return firstInstantOfDate(zone, firstDate(localDateOf(zone, at), unit).add(lengthOf(unit)));
}

/** The local date of an instant. */
export function localDateOf(zone: Zone, at: number): Temporal.PlainDate {
  return plainDate(Math.floor(wallOf(zone, at) / 86_400));
}

/** The first instant of a local date: its midnight, or the end of the gap that swallows it. */
export function firstInstantOfDate(zone: Zone, date: Temporal.PlainDate): number {
  return secondsOfWall(zone, dayOfPlainDate(date) * 86_400);
}

/** How long a unit is, as dates count it. */
export function lengthOf(unit: CalendarUnit, count = 1): { days?: number; months?: number; years?: number } {
  switch (unit) {
    case 'day':
      return { days: count };
    case 'week':
      return { days: 7 * count };
    case 'month':
      return { months: count };
    case 'quarter':
      return { months: 3 * count };
    case 'year':
      return { years: count };
  }
}

function firstDate(date: Temporal.PlainDate, unit: CalendarUnit): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return date;
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 });
    case 'month':
      return date.with({ day: 1 });
    case 'quarter':
      return date.with({ month: date.month - ((date.month - 1) % 3), day: 1 });
    case 'year':
      return date.with({ month: 1, day: 1 });
  }
}
