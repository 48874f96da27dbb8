/** At which instant a unit is reckoned: now, and never before what is known of it already. Pure. */
import type { JournalFact } from './clocks-of-unit.ts';
import type { StoredRow } from './ledger-row.ts';
import { AHEAD_SECONDS } from './recording.ts';

/**
 * Clocks of servers differ. What one of them has recorded, kept or found broken a moment ahead would be open again under the clock
 * of another: so whoever comes later reckons at least at the last instant that facts and rows of the unit speak of. What lies
 * further ahead than clocks differ moves nothing: there `tamarack verify` still finds it. In epoch seconds.
 */
export function reckonedAt(facts: readonly JournalFact[], rows: readonly StoredRow[], now: number): number {
  const known = rows.flatMap(({ openedAt, warnedAt, metAt, breachedAt, endedAt }) => [
    openedAt,
    warnedAt ?? now,
    metAt ?? now,
    breachedAt ?? now,
    endedAt ?? now,
  ]);
  const instants = [...facts.map(({ at }) => at), ...known];
  return instants.reduce((last, at) => (at > last && at <= now + AHEAD_SECONDS ? at : last), now);
}
