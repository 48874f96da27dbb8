/** Writes of deliveries: made from the journal, taken by one worker at a time, settled. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type Delivery = { readonly accountId: string; readonly id: string };

/** Ids of active webhooks that nobody else feeds just now, locked. */
export async function lockHungry(tx: Tx): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>(
    'lock-webhooks',
    sql`select id from webhook where is_active order by id for no key update skip locked`,
  );
  return rows.map(({ id }) => id);
}

/** Makes deliveries of the next facts of the journal; gives how many facts were looked at, and what is to be sent. */
export async function feed(
  tx: Tx,
  webhookId: string,
  most: number,
  now: Temporal.Instant,
): Promise<{ readonly seen: number; readonly made: readonly Delivery[] }> {
  const [fed] = await tx.prepared<{ seen: number; made: readonly Delivery[] | null }>(
    'feed-webhook',
    // As the live feed follows it: up to the oldest transaction that still runs, so that none can slip in behind.
    sql`with batch as materialized (
        select j.account_id, j.id, j.fact, j.audience, j.transaction, j.position from webhook w join lateral (
          select * from journal where (transaction, position) > (w.fed_transaction, w.fed_position)
            and transaction < (select ended_before()) order by transaction, position limit ${most}
        ) j on true where w.id = ${webhookId}
      ), made as (
        insert into webhook_delivery (account_id, webhook_id, journal_id, created_at)
        select b.account_id, w.id, b.id, ${now.toString()}::timestamptz from batch b join webhook w on w.id = ${webhookId}
        where (b.audience = 'shared' or w.with_internal) and (w.only_account is null or w.only_account = b.account_id)
          and (w.facts = '{}' or b.fact = any (w.facts) or split_part(b.fact, '.', 1) || '.*' = any (w.facts))
        on conflict do nothing returning account_id, id
      ), moved as (
        update webhook w set fed_transaction = l.transaction, fed_position = l.position
        from (select transaction, position from batch order by transaction desc, position desc limit 1) l where w.id = ${webhookId}
      )
      select (select count(*) from batch) as seen, (select json_agg(json_build_object('accountId', account_id, 'id', id)) from made) as made`,
  );
  return { seen: fed?.seen ?? 0, made: fed?.made ?? [] };
}

/** One job a delivery: a second one takes the place of the first. */
export async function enqueueSending(tx: Tx, deliveries: readonly Delivery[], at: Temporal.Instant): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.run(sql`select enqueue_jobs('send-webhook', array_agg(jsonb_build_object('accountId', d."accountId", 'deliveryId', d.id)),
      ${at.toString()}::timestamptz, array_agg('webhook-' || d.id))
    from jsonb_to_recordset(${JSON.stringify(deliveries)}) as d ("accountId" uuid, id uuid)`);
}

export type LockedDelivery = Delivery & {
  readonly webhookId: string;
  readonly journalId: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly takenUntil: string | null;
  readonly url: string;
  readonly isActive: boolean;
  readonly withInternal: boolean;
  /** It failed last, and another delivery is on its way to it. */
  readonly isHeldUp: boolean;
  readonly secret: string;
  /** While it still signs. */
  readonly oldSecret: string | null;
};

export function lockDelivery(
  tx: Tx,
  { accountId, id }: Delivery,
  now: Temporal.Instant,
): Promise<LockedDelivery | undefined> {
  return tx.first<LockedDelivery>(sql`select d.account_id as "accountId", d.id, d.webhook_id as "webhookId", d.journal_id as "journalId", d.state, d.attempts,
      d.taken_until as "takenUntil", w.url, w.is_active as "isActive", w.with_internal as "withInternal", w.secret,
      w.failing_since is not null and exists (select from webhook_delivery o where o.webhook_id = w.id and o.id <> d.id
        and o.taken_until > ${now.toString()}) as "isHeldUp",
      case when w.old_secret_until > ${now.toString()} then w.old_secret end as "oldSecret"
    from webhook_delivery d join webhook w on w.id = d.webhook_id
    where d.account_id = ${accountId} and d.id = ${id} for update of d`);
}

export async function takeDelivery(tx: Tx, { accountId, id }: Delivery, until: Temporal.Instant): Promise<void> {
  await tx.run(
    sql`update webhook_delivery set attempts = attempts + 1, taken_until = ${until.toString()} where account_id = ${accountId} and id = ${id}`,
  );
}

export type Outcome = {
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly status: number | undefined;
  readonly error: string | undefined;
  readonly answer: string | undefined;
  readonly nextTryAt: Temporal.Instant | undefined;
};

export async function settleDelivery(
  tx: Tx,
  { accountId, id }: Delivery,
  { state, status, error, answer, nextTryAt }: Outcome,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update webhook_delivery set state = ${state}, status = ${status ?? null}, error = ${error ?? null}, answer = ${answer ?? null},
      next_try_at = ${nextTryAt?.toString() ?? null}, taken_until = null,
      delivered_at = case when ${state} = 'delivered' then ${now.toString()}::timestamptz end
    where account_id = ${accountId} and id = ${id}`);
}

/** Forgets deliveries that were settled before `before`. */
export async function forgetDeliveries(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.run(sql`delete from webhook_delivery where state <> 'waiting' and created_at < ${before.toString()}`);
}
