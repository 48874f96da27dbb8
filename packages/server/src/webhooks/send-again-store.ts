/**
 * Sends deliveries again, with all their tries before them: the first portion at once, what is more by jobs. So nobody waits for
 * thirty days of messages, and neither locks nor the time limit of a statement are held for them.
 */
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import { enqueueSending, type Delivery } from './delivery-store.ts';

/** A fraction of a second's work. */
const PORTION = 500;

/** What failed or all, since an instant; or what waited while the webhook was stopped. */
export type Again =
  | { readonly only: 'failed' | 'all'; readonly since: Temporal.Instant }
  | { readonly only: 'waiting' };

/** Whether there was such a delivery. */
export async function sendOneAgain(
  tx: Tx,
  webhookId: string,
  deliveryId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const rows =
    await tx.rows<Delivery>(sql`update webhook_delivery set state = 'waiting', attempts = 0, next_try_at = null
    where webhook_id = ${webhookId} and id = ${deliveryId} returning account_id as "accountId", id`);
  await enqueueSending(tx, rows, now);
  return rows.length > 0;
}

/** Begins, on a webhook that the caller has locked; gives how many there are. */
export async function sendAgain(tx: Tx, webhookId: string, again: Again, now: Temporal.Instant): Promise<number> {
  const [since, until] = spanOf(again, now);
  const begun = await tx.first<{
    id: string;
    many: number;
  }>(sql`insert into webhook_again (webhook_id, chosen, since, until, remaining)
      select ${webhookId}, ${again.only}, ${since}, ${until}, count(*) from webhook_delivery
      where ${chosen(webhookId, again, now)}
      returning id, remaining as many`);
  if (!begun) return 0;
  if (await sendPortion(tx, webhookId, begun.id, now)) await enqueueAgain(tx, webhookId, now);
  return begun.many;
}

/** How many `sendAgain` would send. */
export async function countAgain(tx: Tx, webhookId: string, again: Again, now: Temporal.Instant): Promise<number> {
  const found = await tx.first<{ many: number }>(
    sql`select count(*)::int as many from webhook_delivery where ${chosen(webhookId, again, now)}`,
  );
  return found?.many ?? 0;
}

function chosen(webhookId: string, again: Again, now: Temporal.Instant): Sql {
  const [since, until] = spanOf(again, now);
  return sql`webhook_id = ${webhookId} and created_at >= ${since} and created_at <= ${until}
    and (${again.only} = 'all' or state = ${again.only})`;
}

/** What waits is sent whenever it was made. */
function spanOf(again: Again, now: Temporal.Instant): readonly [since: string, until: string] {
  return 'since' in again ? [again.since.toString(), now.toString()] : ['-infinity', 'infinity'];
}

/** Has what is left prepared by a job: one for each of them, which a second one replaces. */
export async function enqueueAgain(tx: Tx, webhookId: string, now: Temporal.Instant): Promise<void> {
  await tx.run(sql`select enqueue_job('send-webhooks-again', jsonb_build_object('webhookId', webhook_id, 'againId', id), ${now.toString()}::timestamptz, 'again-' || id)
    from webhook_again where webhook_id = ${webhookId}`);
}

/**
 * The next portion, on a webhook that the caller has locked; whether more is left. What was done is noted with it, so that a job
 * that is done twice sends nothing twice.
 */
export async function sendPortion(tx: Tx, webhookId: string, againId: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await tx.rows<Delivery>(sql`with a as materialized (
      select * from webhook_again where id = ${againId} and webhook_id = ${webhookId}
    ), portion as materialized (
      select d.account_id, d.id, d.created_at from a join webhook_delivery d on d.webhook_id = a.webhook_id
      where d.webhook_id = ${webhookId} and (d.created_at, d.id) > (a.done_at, a.done_id) and d.created_at >= a.since and d.created_at <= a.until
        and (a.chosen = 'all' or d.state = a.chosen)
      order by d.created_at, d.id limit ${PORTION} for no key update of d
    ), sent as (
      update webhook_delivery d set state = 'waiting', attempts = 0, next_try_at = null from portion p
      where d.account_id = p.account_id and d.id = p.id
    ), moved as (
      update webhook_again a set done_at = last.created_at, done_id = last.id,
        remaining = greatest(1, a.remaining - (select count(*) from portion))
      from (select created_at, id from portion order by created_at desc, id desc limit 1) last where a.id = ${againId}
    )
    select account_id as "accountId", id from portion`);
  await enqueueSending(tx, rows, now);
  const isLeft = rows.length === PORTION;
  if (!isLeft) await tx.run(sql`delete from webhook_again where id = ${againId}`);
  return isLeft;
}
