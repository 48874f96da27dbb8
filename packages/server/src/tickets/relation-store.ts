/** Writes of relations between two tickets of one account. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

type Pair = { readonly accountId: string; readonly ticketId: string; readonly otherId: string };

/** One relation between two, whichever names the other. */
export async function relate(tx: Tx, pair: Pair, says: 'relates-to' | 'caused-by' | 'split-from'): Promise<void> {
  await unrelate(tx, pair);
  await tx.run(sql`insert into ticket_relation (account_id, ticket_id, other_id, says)
    values (${pair.accountId}, ${pair.ticketId}, ${pair.otherId}, ${says})`);
}

export async function unrelate(tx: Tx, { accountId, ticketId, otherId }: Pair): Promise<void> {
  await tx.run(sql`delete from ticket_relation where account_id = ${accountId}
    and ((ticket_id = ${ticketId} and other_id = ${otherId}) or (ticket_id = ${otherId} and other_id = ${ticketId}))`);
}
