import type { Calendar } from '../calendar/calendar.ts';
import { describeCalendar } from '../calendar/describe-calendar.ts';

/** "the calendar office-europe: Monday to Friday 09:00–17:00; Saturday and Sunday closed, Europe/Berlin." */
export function hoursOf(calendar: Calendar): string {
  const [hours = ''] = describeCalendar(calendar);
  return calendar.name === undefined ? `this calendar: ${hours}` : `the calendar ${calendar.name}: ${hours}`;
}
