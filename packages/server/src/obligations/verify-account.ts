/** Ledger and seals of an account, recomputed and compared. */
import type { Gives } from '@tamarack/contract';
import { proveSeals } from '../journal/index.ts';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import { verifyLedger } from './verify-ledger.ts';

export function verifyAccount(
  tx: Tx,
  accountId: string,
  now: Temporal.Instant,
): Promise<Gives<'POST /accounts/:accountId/verification'>> {
  // Internal facts count as well; what is told of them is whether they agree.
  return asProgram(tx, async (program) => {
    const ledger = await verifyLedger(program, accountId, now);
    const proof = await proveSeals(program, accountId);
    const rows = ledger.differences.map(({ obligationId, promise, says }) => ({
      what: `obligation ${obligationId}`,
      says: `${promise}: ${says.join('; ')}`,
    }));
    return { checkedAt: now.toString(), rows: ledger.rows, ...proof, differences: [...rows, ...proof.differences] };
  });
}
