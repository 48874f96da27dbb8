import { instantOfWallTime } from '../../ui/wall-time.ts';
import type { AuditSearch } from './audit-search.ts';

/** The days of an address as the instants that the API takes: the last day belongs to it whole. */
export function dayRange(
  { from, to }: Pick<AuditSearch, 'from' | 'to'>,
  zone: string,
): { readonly from: string | undefined; readonly to: string | undefined } {
  return { from: beginOf(from, zone), to: to === undefined ? undefined : beginOf(dayAfter(to), zone) };
}

function beginOf(day: string | undefined, zone: string): string | undefined {
  const ms = day === undefined ? undefined : instantOfWallTime(`${day}T00:00`, zone);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

function dayAfter(day: string): string | undefined {
  const ms = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(ms) ? undefined : new Date(ms + 86_400_000).toISOString().slice(0, 10);
}
