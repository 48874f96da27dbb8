/**
 * The program's own eyes for a moment: what follows from a customer's fact depends on internal facts too, and tells other
 * people. The accounts stay those of the transaction, and the actor's own view is put back before anything is shown.
 */
import sql from 'sql-template-tag';
import type { Tx } from './tx.ts';

export async function asProgram<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { side, personId } = tx.actor;
  if (side === 'provider' && personId === undefined) return work(tx);
  // Nobody waits for the answers: what follows travels with them, in this order.
  tx.send(
    'as-program',
    sql`select set_config('tamarack.side', 'provider', true), set_config('tamarack.person', '', true)`,
  );
  // Where the work throws, the whole transaction is rolled back.
  const result = await work({ ...tx, actor: { ...tx.actor, side: 'provider', personId: undefined } });
  tx.send(
    'as-actor',
    sql`select set_config('tamarack.side', ${side}, true), set_config('tamarack.person', ${personId ?? ''}, true)`,
  );
  return result;
}
