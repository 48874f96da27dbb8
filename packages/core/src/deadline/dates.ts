/**
 * Dates in a zone: the days, weeks, months and years in which things are counted. Days and weeks are plain integers,
 * for deadlines are asked for by the million; Temporal knows how long months are.
 */
import { dayOfPlainDate, plainDate } from '../calendar/civil-day.ts';
import { HORIZON_DAYS, HORIZON_SECONDS } from '../calendar/time-range.ts';
import { localDay, secondsOfWall, wallOf, type ZoneTable } from '../calendar/zone-table.ts';
import type { CalendarUnit } from '../agreement/words/duration.ts';

const DAY = 86_400;

/** Days that a unit has at least; whether a length passes all bounds needs no calendar. */
const LEAST_DAYS: Readonly<Record<CalendarUnit, number>> = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };

/** 700 years, the span of supported instants. */
const FURTHEST_DAYS = 256_000;

/** The first instant of the local day, week (Monday), month, quarter or year in which an instant lies. */
export function startOfUnit(zone: ZoneTable, at: number, unit: CalendarUnit): number {
  return firstInstantOfDay(zone, firstDayOf(unit, localDay(zone, at)));
}

/** The first instant of the next one. */
export function startOfNext(zone: ZoneTable, at: number, unit: CalendarUnit): number {
  return firstInstantOfDay(zone, dayAfter(firstDayOf(unit, localDay(zone, at)), unit, 1));
}

/** The first instant of a local day: its midnight, or the end of the gap that swallows it. */
export function firstInstantOfDay(zone: ZoneTable, day: number): number {
  return secondsOfWall(zone, day * DAY);
}

/** The first instant of the date so many units after a day; Infinity where it is too far to ever matter. */
export function firstInstantAfter(zone: ZoneTable, day: number, unit: CalendarUnit, count: number): number {
  const far = count * LEAST_DAYS[unit] > FURTHEST_DAYS;
  return far ? Number.POSITIVE_INFINITY : firstInstantOfDay(zone, dayAfter(day, unit, count));
}

/** How many such units begin in a stretch of days at the most. */
export function unitsIn(days: number, unit: CalendarUnit): number {
  return Math.floor(days / LEAST_DAYS[unit]) + 1;
}

/**
 * The same wall time so many units later, or earlier for a negative count, in epoch seconds, by the rules of
 * `addCalendarDuration`; undefined beyond the horizon of 3653 days.
 */
export function sameWallTimeAfter(
  zone: ZoneTable,
  from: number,
  unit: CalendarUnit,
  count: number,
): number | undefined {
  if (Math.abs(count) * LEAST_DAYS[unit] > HORIZON_DAYS) return undefined;
  const wall = wallOf(zone, from);
  const day = Math.floor(wall / DAY);
  const at = secondsOfWall(zone, dayAfter(day, unit, count) * DAY + wall - day * DAY);
  return Math.abs(at - from) > HORIZON_SECONDS ? undefined : at;
}

function dayAfter(day: number, unit: CalendarUnit, count: number): number {
  switch (unit) {
    case 'day':
      return day + count;
    case 'week':
      return day + 7 * count;
    case 'month':
      return dayOfPlainDate(plainDate(day).add({ months: count }));
    case 'quarter':
      return dayOfPlainDate(plainDate(day).add({ months: 3 * count }));
    case 'year':
      return dayOfPlainDate(plainDate(day).add({ years: count }));
  }
}

/** The day number of the first day of the unit in which a day lies; day 0 was a Thursday. */
function firstDayOf(unit: CalendarUnit, day: number): number {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return day - ((((day + 3) % 7) + 7) % 7);
    case 'month':
      return dayOfPlainDate(plainDate(day).with({ day: 1 }));
    case 'quarter': {
      const date = plainDate(day);
      return dayOfPlainDate(date.with({ month: date.month - ((date.month - 1) % 3), day: 1 }));
    }
    case 'year':
      return dayOfPlainDate(plainDate(day).with({ month: 1, day: 1 }));
  }
}
