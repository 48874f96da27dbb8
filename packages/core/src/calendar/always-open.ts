import { readCalendar } from './read-calendar.ts';
import type { Calendar } from './calendar.ts';

/** Filled on demand and never changed: one always-open calendar a zone. */
const calendars = new Map<string, Calendar>();

/** The calendar that is open at every moment, with the dates of a zone that is known to exist. */
export function alwaysOpen(zone: string): Calendar {
  const known = calendars.get(zone);
  if (known) return known;
  const read = readCalendar({ zone, weekly: '24x7' }, { name: `every hour, dates of ${zone}` });
  if (!read.ok) throw new RangeError(read.refusal.sentence);
  calendars.set(zone, read.value);
  return read.value;
}
