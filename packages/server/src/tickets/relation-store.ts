/** Writes of relations between two tickets of one account. */
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

type Pair = { readonly accountId: string; readonly ticketId: string; readonly otherId: string };
type Says = 'relates-to' | 'caused-by' | 'split-from';
/** Which ticket names which, and as what. */
export type Relation = Omit<Pair, 'accountId'> & { readonly says: Says };

/** The one relation between two, whichever names the other. */
export function relationBetween(tx: Tx, pair: Pair): Promise<Relation | undefined> {
  return tx.first<Relation>(
    sql`select ticket_id as "ticketId", other_id as "otherId", says from ticket_relation where ${between(pair)}`,
  );
}

/** Where there is none between the two. */
export async function relate(tx: Tx, pair: Pair, says: Says): Promise<void> {
  await tx.run(sql`insert into ticket_relation (account_id, ticket_id, other_id, says)
    values (${pair.accountId}, ${pair.ticketId}, ${pair.otherId}, ${says})`);
}

export async function unrelate(tx: Tx, pair: Pair): Promise<void> {
  await tx.run(sql`delete from ticket_relation where ${between(pair)}`);
}

function between({ accountId, ticketId, otherId }: Pair): Sql {
  return sql`account_id = ${accountId}
    and ((ticket_id = ${ticketId} and other_id = ${otherId}) or (ticket_id = ${otherId} and other_id = ${ticketId}))`;
}
