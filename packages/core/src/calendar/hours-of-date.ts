import { closingsOn } from './holiday-book.ts';
import { cutInterval } from './wall-time.ts';
import { weekdayIndex } from './weekday.ts';
import type { WeeklyCalendar } from './calendar.ts';
import type { WallInterval } from './wall-time.ts';

const CLOSED: readonly WallInterval[] = [];

/**
 * The open hours that begin on a date, in wall seconds since its 00:00: those of its exception, or
 * else the weekly hours without what its holidays close.
 */
export function hoursOfDate(calendar: WeeklyCalendar, dayNo: number): readonly WallInterval[] {
  const exception = calendar.exceptions.get(dayNo);
  if (exception) return exception.hours;
  let hours = weeklyHours(calendar, dayNo);
  if (hours.length === 0) return hours;
  for (const closing of closingsOn(calendar.holidays, dayNo)) hours = cutInterval(hours, closing.from, closing.until);
  return hours;
}

/** The hours that a date would have if it were neither holiday nor exception. */
export function weeklyHours(calendar: WeeklyCalendar, dayNo: number): readonly WallInterval[] {
  return calendar.weekly[weekdayIndex(dayNo)] ?? CLOSED;
}
