/** Reads of the queues in which tickets lie. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';

type Queue = Gives<'GET /ticket-queues'>['rows'][number];

/** By name, for the staff alone; a queue is there while an open ticket lies in it. */
export function ticketQueues(tx: Tx): Promise<Queue[]> {
  return tx.rows<Queue>(sql`select queue as name, count(*) as open from ticket
    where state = 'open' and queue is not null and (select scope_is_provider()) group by queue order by lower(queue), queue`);
}
