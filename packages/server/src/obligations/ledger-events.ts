/** What a change of the ledger means to people: warnings, breaches, corrections, as facts of the journal. Pure. */
import type { NewFact } from '../journal/index.ts';
import type { Change } from './changes.ts';

/** The facts by which the ledger speaks for itself; no description knows them, so no clock reads them. */
const LEDGER_FACTS = ['obligation.warned', 'obligation.breached', 'obligation.corrected'] as const;

/** In the order in which they happened. A row that is waived is not spoken of again. */
export function eventsOf(accountId: string, changes: readonly Change[]): readonly NewFact[] {
  const events = changes.flatMap((change) => eventOf(change) ?? []);
  return events
    .toSorted((a, b) => a.at - b.at)
    .map(({ fact, at, row: { row } }) => ({
      accountId,
      contractId: row.contractId,
      fact,
      subjectId: row.id,
      aboutId: row.subjectId,
      at: Temporal.Instant.fromEpochMilliseconds(at * 1000),
      data: { promise: row.promise },
    }));
}

type Event = { readonly fact: (typeof LEDGER_FACTS)[number]; readonly at: number; readonly row: Change };

function eventOf(change: Change): Event | undefined {
  const { row, before } = change;
  if (before?.state === 'waived') return undefined;
  if (row.state === 'breached' && before?.state !== 'breached')
    return { fact: 'obligation.breached', at: row.breachedAt ?? row.openedAt, row: change };
  // Evidence that was recorded late, but happened in time.
  if (before?.state === 'breached' && row.state !== 'breached')
    return { fact: 'obligation.corrected', at: before.breachedAt ?? before.openedAt, row: change };
  if (row.warnedAt !== null && (before?.warnedAt ?? null) === null && row.state === 'open')
    return { fact: 'obligation.warned', at: row.warnedAt, row: change };
  return undefined;
}
