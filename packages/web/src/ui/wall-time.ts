/**
 * Wall time of a zone, as an input of the kind datetime-local has it ("2026-11-21T14:30"), and instants. By Intl alone:
 * not every browser that we serve has Temporal.
 */
const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What a clock in the zone shows, to the minute. */
export function wallTimeOf(ms: number, zone: string): string {
  const known =
    formatters.get(zone) ??
    // Swedes write dates as ISO 8601 does.
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    });
  formatters.set(zone, known);
  return known.format(ms).replace(' ', 'T');
}

/** The day that a clock in the zone shows, year-month-day. */
export function dayOf(ms: number, zone: string): string {
  return wallTimeOf(ms, zone).slice(0, 10);
}

/**
 * The instant at which a clock in the zone shows this, in epoch milliseconds; undefined for what is no time. Of a time that
 * is there twice the first; one that was skipped in spring is read as if the clocks had not been changed yet.
 */
export function instantOfWallTime(wall: string, zone: string): number | undefined {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const [before, after] = [asUtc - DAY_MS, asUtc + DAY_MS].map((ms) => asUtc - offsetAt(ms, zone));
  const shows = (ms: number | undefined) => ms !== undefined && wallTimeOf(ms, zone) === wall.slice(0, 16);
  return [before, after].find(shows) ?? before;
}

function offsetAt(ms: number, zone: string): number {
  const minute = ms - (ms % 60_000);
  return Date.parse(`${wallTimeOf(minute, zone)}Z`) - minute;
}
