import { dayOfPlainDate } from './civil-day.ts';
import { hasOpenTime } from './open-time-of-date.ts';
import type { Calendar } from './calendar.ts';

/**
 * Whether a date is a business day: any open time begins on it. The morning tail of last night's
 * shift does not make one; half a holiday's open half does. For a union, in any part.
 */
export function isBusinessDay(calendar: Calendar, date: Temporal.PlainDate): boolean {
  return hasOpenTime(calendar, dayOfPlainDate(date));
}
