import { plainDate } from './civil-day.ts';
import { secondsOrThrow } from './time-range.ts';
import { localDay } from './zone-table.ts';
import type { Calendar } from './calendar.ts';

/**
 * The date that an instant has in the calendar's zone. A union has the zone that it names, or else
 * that of its first part. Throws RangeError outside the years 1800 to 2499.
 */
export function localDate(calendar: Calendar, at: Temporal.Instant): Temporal.PlainDate {
  return plainDate(localDay(calendar.zone, secondsOrThrow(at)));
}
