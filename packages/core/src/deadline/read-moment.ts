/** Instants and dates as facts carry them: RFC 3339 with an offset, or a date in the calendar's zone. */
import { firstInstantOfDate, type Zone } from './dates.ts';

/** Epoch seconds of "2026-12-01T08:00:00Z" or of the beginning of "2026-12-01" in `zone`; undefined for anything else. */
export function readMoment(value: string | number | undefined, zone: Zone): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  if (value === undefined) return undefined;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return firstInstantOfDate(zone, Temporal.PlainDate.from(value));
    return Math.floor(Temporal.Instant.from(value).epochMilliseconds / 1000);
  } catch {
    return undefined;
  }
}
