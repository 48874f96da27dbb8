/** What whoever submits a ticket gets at once. */
import sql, { empty } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { KeyClaim } from '../platform/http/idempotency-store.ts';
import { utcOf } from '../platform/database/written-shapes.ts';
import type { Tx } from '../platform/database/tx.ts';

export type Receipt = Gives<'POST /accounts/:accountId/tickets'>;

type Submitted = { readonly accountId: string; readonly ticketId: string; readonly claim: KeyClaim | undefined };

/**
 * In the order of the list, with the commit; each is kept under the Idempotency-Key that was claimed for it, and fails
 * (unique_violation) where one is taken. Throws where a ticket is not there: it was written in this transaction.
 */
export async function receiptsAtLast(
  tx: Tx,
  tickets: readonly Submitted[],
  now: Temporal.Instant,
): Promise<readonly Receipt[]> {
  const isClaimed = tickets.some(({ claim }) => claim);
  const kept = sql`, kept as (
      insert into idempotency (person_id, key, request_hash, answer, created_at)
      select person_id, key, request_hash, answer, ${now.toString()} from receipt where key is not null
    )`;
  const rows = await tx.last<{ answer: Receipt }>(
    isClaimed ? 'ticket-receipts-kept' : 'ticket-receipts',
    sql`with receipt as materialized (
      select w.*, jsonb_build_object('id', t.id, 'accountId', t.account_id, 'reference', t.reference, 'version', t.version,
          'receivedAt', ${utcOf('t.received_at')}, 'next', case when t.next_obligation_id is not null then jsonb_build_object(
            'obligationId', t.next_obligation_id, 'title', t.next_title, 'dueAt', ${utcOf('t.next_due_at')}) end) as answer
      from unnest(${tickets.map(({ accountId }) => accountId)}::uuid[], ${tickets.map(({ ticketId }) => ticketId)}::uuid[],
            ${tickets.map(({ claim }) => claim?.personId ?? null)}::uuid[], ${tickets.map(({ claim }) => claim?.key ?? null)}::text[],
            ${tickets.map(({ claim }) => claim?.requestHash ?? null)}::text[])
          with ordinality as w (account, ticket, person_id, key, request_hash, n)
        cross join lateral (select * from ticket where account_id = w.account and id = w.ticket offset 0) t
    )${isClaimed ? kept : empty}
    select answer from receipt order by n`,
  );
  if (rows.length !== tickets.length) throw new Error('A ticket that was just submitted is not there.');
  return rows.map(({ answer }) => answer);
}
