/** Under which terms a ticket was received: it keeps them, whatever its contract agrees later. */
import type { Tx } from '../platform/database/tx.ts';
import { termsInState, type AgreedTerms } from '../terms/index.ts';
import type { Ids } from './ids.ts';
import { ticketById, type TicketFound } from './ticket-views.ts';

export type UnderTerms = { readonly ticket: TicketFound; readonly agreed: AgreedTerms | undefined };

/** With the ticket; undefined where the transaction sees none. Terms are where it is under a contract that agreed any. */
export async function ticketUnderTerms(
  tx: Tx,
  { accountId, ticketId }: Ids,
  how: 'alone' | 'prepared' = 'prepared',
): Promise<UnderTerms | undefined> {
  const found = await ticketById(tx, accountId, ticketId, how);
  if (!found) return undefined;
  const { ticket, agreedState } = found;
  const all = agreedState === null ? [] : await termsInState(tx, accountId, agreedState);
  return { ticket, agreed: termsWhenReceived(all, ticket.contractId, ticket.receivedAt) };
}

/** Those of a ticket by its id; undefined where it is under no contract. */
export async function receivedUnder(tx: Tx, ids: Ids): Promise<AgreedTerms | undefined> {
  return (await ticketUnderTerms(tx, ids))?.agreed;
}

/** Those of a contract at an instant (RFC 3339), among all of the account's. */
export function termsWhenReceived(
  all: readonly AgreedTerms[],
  contractId: string | null,
  receivedAt: string,
): AgreedTerms | undefined {
  const at = Temporal.Instant.from(receivedAt).epochMilliseconds / 1000;
  const own = all.filter((agreed) => agreed.contractId === contractId);
  return own.find(({ fromAt, untilAt }) => fromAt <= at && (untilAt === undefined || at < untilAt)) ?? own[0];
}
