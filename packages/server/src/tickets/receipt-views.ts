/** What whoever submits a ticket gets at once. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { utcOf } from '../platform/database/written-shapes.ts';
import type { Tx } from '../platform/database/tx.ts';

export type Receipt = Gives<'POST /accounts/:accountId/tickets'>;

/** In the order of the list. Throws where one is not there: it was written in this transaction. */
export async function receiptsOf(
  tx: Tx,
  tickets: readonly { readonly accountId: string; readonly ticketId: string }[],
): Promise<readonly Receipt[]> {
  const rows = await tx.prepared<Receipt>(
    'ticket-receipts',
    sql`select t.id, t.account_id as "accountId", t.reference, t.version, t.received_at as "receivedAt",
        case when t.next_obligation_id is not null then jsonb_build_object('obligationId', t.next_obligation_id, 'title', t.next_title,
          'dueAt', ${utcOf('t.next_due_at')}) end as next
      from unnest(${tickets.map(({ accountId }) => accountId)}::uuid[], ${tickets.map(({ ticketId }) => ticketId)}::uuid[])
          with ordinality as w (account, ticket, n)
        cross join lateral (select * from ticket where account_id = w.account and id = w.ticket offset 0) t
      order by w.n`,
  );
  if (rows.length !== tickets.length) throw new Error('A ticket that was just submitted is not there.');
  return rows;
}
