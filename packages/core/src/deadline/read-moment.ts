/** Instants and dates as facts carry them: RFC 3339 with an offset, or a date in the calendar's zone. */
import { dayOfPlainDate } from '../calendar/civil-day.ts';
import { inRange } from '../calendar/time-range.ts';
import type { ZoneTable } from '../calendar/zone-table.ts';
import { firstInstantOfDay } from './dates.ts';

/**
 * Epoch seconds of "2026-12-01T08:00:00Z", of the beginning of "2026-12-01" in `zone`, or of a number that is epoch
 * seconds already; undefined for anything else, and outside the years 1800 to 2499.
 */
export function readMoment(value: string | number | null | undefined, zone: ZoneTable): number | undefined {
  const seconds = typeof value === 'string' ? parse(value, zone) : (value ?? undefined);
  return seconds !== undefined && Number.isSafeInteger(seconds) && inRange(seconds) ? seconds : undefined;
}

function parse(value: string, zone: ZoneTable): number | undefined {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value))
      return firstInstantOfDay(zone, dayOfPlainDate(Temporal.PlainDate.from(value)));
    return Math.floor(Temporal.Instant.from(value).epochMilliseconds / 1000);
  } catch {
    return undefined;
  }
}
