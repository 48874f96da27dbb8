/** Under which terms a ticket was received: it keeps them, whatever its contract agrees later. */
import type { Tx } from '../platform/database/tx.ts';
import { loadContractTerms, type AgreedTerms } from '../terms/index.ts';
import type { Ids } from './ids.ts';
import { ticketById } from './ticket-views.ts';

/** Those of a ticket by its id; undefined where it is under no contract. */
export async function receivedUnder(tx: Tx, { accountId, ticketId }: Ids): Promise<AgreedTerms | undefined> {
  const found = await ticketById(tx, accountId, ticketId);
  return found && termsWhenReceived(await loadContractTerms(tx, accountId), found.contractId, found.receivedAt);
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
