/**
 * The offsets of a zone as two sorted columns: from `at[i]` (epoch seconds) until `at[i + 1]` the
 * wall clock is `offset[i]` seconds ahead of UTC. `at[0]` is -Infinity.
 *
 * Wall time leaves and enters the calendar through this table only. It is read from Temporal once a
 * zone (about half a millisecond), because asking Temporal for each opening costs a microsecond.
 */
export type ZoneTable = { readonly zone: string; readonly at: Float64Array; readonly offset: Float64Array };

const TABLE_FROM = '1780-01-01T00:00Z';
const TABLE_UNTIL_MS = 17_400_000_000_000; // in 2521, past the last block of open time

/** No zone is further from UTC than this; the local date lines of Manila and Alaska set the record. */
const WIDEST_OFFSET = 16 * 3600;

const IANA_NAME = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/;

/** Filled on demand and never changed: the same name always gives the same table. */
const tables = new Map<string, ZoneTable>();

/**
 * The table of an IANA zone name, `undefined` when Temporal knows no such zone. Offsets such as
 * `+02:00` are no zones: they would silently lack daylight saving.
 */
export function zoneTable(zone: string): ZoneTable | undefined {
  const known = tables.get(zone);
  if (known) return known;
  if (!IANA_NAME.test(zone)) return undefined;
  let start: Temporal.ZonedDateTime;
  try {
    start = Temporal.Instant.from(TABLE_FROM).toZonedDateTimeISO(zone);
  } catch {
    return undefined;
  }
  const table = readTable(start);
  tables.set(zone, table);
  return table;
}

/** Seconds by which the wall clock is ahead of UTC at an instant in epoch seconds. */
export function offsetAt(table: ZoneTable, seconds: number): number {
  return table.offset[spanAt(table, seconds)] ?? 0;
}

/** What the wall clock shows at an instant: seconds since 1970-01-01T00:00 of the wall. */
export function wallOf(table: ZoneTable, seconds: number): number {
  return seconds + offsetAt(table, seconds);
}

/** The local day number at an instant in epoch seconds. */
export function localDay(table: ZoneTable, seconds: number): number {
  return Math.floor(wallOf(table, seconds) / 86_400);
}

/**
 * The first instant at which the wall clock shows `wall` or later. So a wall time that is shown
 * twice (autumn) means its first showing, and one that is skipped (spring, or the whole of
 * 2011-12-30 in Apia) means the instant at which the clock skips it. Openings and closings use the
 * same rule, so that an interval never turns round.
 */
export function secondsOfWall(table: ZoneTable, wall: number): number {
  const { at, offset } = table;
  const last = at.length - 1;
  let i = spanAt(table, wall - WIDEST_OFFSET);
  while (i < last && at[i + 1]! + offset[i]! <= wall) i++; // i + 1 ≤ last
  return Math.max(at[i]!, wall - offset[i]!);
}

function spanAt(table: ZoneTable, seconds: number): number {
  const { at } = table;
  let low = 0;
  let high = at.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (at[middle]! <= seconds) low = middle;
    else high = middle;
  }
  return low;
}

function readTable(start: Temporal.ZonedDateTime): ZoneTable {
  const at = [Number.NEGATIVE_INFINITY];
  const offset = [start.offsetNanoseconds / 1e9];
  let next = start.getTimeZoneTransition('next');
  while (next && next.epochMilliseconds < TABLE_UNTIL_MS) {
    at.push(next.epochMilliseconds / 1000);
    offset.push(next.offsetNanoseconds / 1e9);
    next = next.getTimeZoneTransition('next');
  }
  return { zone: start.timeZoneId, at: Float64Array.from(at), offset: Float64Array.from(offset) };
}
