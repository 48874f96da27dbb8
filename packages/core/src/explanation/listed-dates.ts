import { plural } from '../agreement/words/duration.ts';
import { dayText } from './local-time.ts';

/** More dates than these are named by the first and the last. */
export const MOST_DATES = 12;

/** "Mon 23 Nov, Tue 24 Nov", or "200 dates from … to …". */
export function listedDates(days: readonly number[]): string {
  if (days.length <= MOST_DATES) return days.map(dayText).join(', ');
  return `${plural(days.length, 'date')} from ${dayText(days[0] ?? 0)} to ${dayText(days.at(-1) ?? 0)}`;
}
