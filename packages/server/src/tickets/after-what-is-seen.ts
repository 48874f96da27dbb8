/** When an act on a ticket happens: now, and never before what it follows from. Pure. */
import type { LockedTicket } from './ticket-store.ts';

/**
 * Clocks of servers differ, and whoever waited for a ticket was asked before others acted on it. State, conversation and ledger
 * follow the journal by its instants: a reopening that is dated before the ending that it undoes would undo nothing. So an act
 * bears at least the instant of the last one that was recorded on the locked ticket.
 */
export function afterWhatIsSeen({ recordedUntil }: LockedTicket, now: Temporal.Instant): Temporal.Instant {
  if (recordedUntil === null) return now;
  const until = Temporal.Instant.from(recordedUntil);
  return Temporal.Instant.compare(until, now) > 0 ? until : now;
}
