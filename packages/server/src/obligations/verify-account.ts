/** Ledger and seals of an account, recomputed and compared. */
import type { Gives } from '@tamarack/contract';
import { journalCount, proveSeals } from '../journal/index.ts';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import { verifyLedger } from './verify-ledger.ts';

export async function verifyAccount(
  tx: Tx,
  accountId: string,
  now: Temporal.Instant,
): Promise<Gives<'POST /accounts/:accountId/verification'>> {
  // Internal facts are proved as well; what is told of them is whether they agree.
  const proved = await asProgram(tx, async (program) => {
    const { rows, differences } = await verifyLedger(program, accountId, now);
    const broken = differences.map(({ obligationId, promise, says }) => ({
      what: `obligation ${obligationId}`,
      says: `${promise}: ${says.join('; ')}`,
    }));
    return { rows, differences: [...broken, ...(await proveSeals(program, accountId))] };
  });
  // Counted are those alone that the visitor may see: else a customer would notice an internal note.
  return { checkedAt: now.toString(), ...(await journalCount(tx, accountId)), ...proved };
}
