/**
 * Days of a contract in the account's zone. People agree on first and last days; the API has instants, and an end is the
 * first instant that belongs no more to it.
 */
import { dayOf, instantOfWallTime } from '../../../ui/wall-time.ts';
import { dayWords } from '../../../ui/time-words.ts';

const DAY_MS = 86_400_000;

/** The instant at which a day ("2026-12-01") begins in the zone, in RFC 3339; undefined for what is no day. */
export function beginOfDay(day: string, zone: string): string | undefined {
  const ms = instantOfWallTime(`${day}T00:00`, zone);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

/** The instant at which a last day is over. */
export function endOfDay(day: string, zone: string): string | undefined {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(noon) ? undefined : beginOfDay(new Date(noon + DAY_MS).toISOString().slice(0, 10), zone);
}

/** "30 Nov 2026": the last day that belongs to what ends then. */
export function lastDayWords(endsAt: string, zone: string): string {
  return dayWords(Date.parse(endsAt) - 1, zone);
}

/** The last day as a field has it. */
export function lastDayOf(endsAt: string, zone: string): string {
  return dayOf(Date.parse(endsAt) - 1, zone);
}
