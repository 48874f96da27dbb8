/** What can no longer begin under a contract that has ended: a new life of a ticket, and a ticket split from another. */
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { loadContractTerms } from '../terms/index.ts';
import type { LockedTicket } from './ticket-store.ts';

/**
 * Refuses `state.not-possible`, as a new ticket is refused then; undefined where the contract runs, and for a ticket under none.
 * Its clocks would begin anew, and promises would be owed that nobody has agreed any more.
 */
export async function refuseEndedContract(
  tx: Tx,
  { accountId, contractId, reference }: LockedTicket,
  now: Temporal.Instant,
): Promise<ReturnType<typeof refuseApi> | undefined> {
  const at = now.epochMilliseconds / 1000;
  const own = (await loadContractTerms(tx, accountId)).filter((agreed) => agreed.contractId === contractId);
  if (own.length === 0 || own.some(({ fromAt, untilAt }) => fromAt <= at && (untilAt === undefined || at < untilAt)))
    return undefined;
  return refuseApi(
    'state.not-possible',
    `The contract under which #${reference} was received has ended; submit a new one under a contract that runs.`,
  );
}
