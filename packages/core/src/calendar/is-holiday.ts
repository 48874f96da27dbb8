import { dayOfPlainDate } from './civil-day.ts';
import { closingsOn } from './holiday-book.ts';
import type { Calendar } from './calendar.ts';

/**
 * Whether a date is a holiday of the calendar, whole or half. A date with an exception is none: the
 * exception replaces it. A union has a holiday where every part has one.
 */
export function isHoliday(calendar: Calendar, date: Temporal.PlainDate): boolean {
  return isHolidayOn(calendar, dayOfPlainDate(date));
}

function isHolidayOn(calendar: Calendar, dayNo: number): boolean {
  if (calendar.kind === 'union') return calendar.parts.every((part) => isHolidayOn(part, dayNo));
  return !calendar.exceptions.has(dayNo) && closingsOn(calendar.holidays, dayNo).length > 0;
}
