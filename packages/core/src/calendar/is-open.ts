import { openAt } from './open-time.ts';
import { secondsOrThrow } from './time-range.ts';
import type { Calendar } from './calendar.ts';

/**
 * Whether the calendar is open at an instant; an opening is open, a closing is closed. A plain
 * boolean, because a refusal in its place would read as true; throws RangeError outside the years
 * 1800 to 2499.
 */
export function isOpen(calendar: Calendar, at: Temporal.Instant): boolean {
  return openAt(calendar, secondsOrThrow(at));
}
