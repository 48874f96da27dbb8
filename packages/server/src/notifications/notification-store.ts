/** Writes of notifications. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { WhenMailed } from './notification-views.ts';

/** Marks those of the person as read; all that it sees where none are named. */
export async function markRead(
  tx: Tx,
  personId: string,
  ids: readonly string[] | undefined,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update notification set read_at = ${now.toString()} where person_id = ${personId} and read_at is null
    and (${ids === undefined} or id = any (${ids ?? []}::uuid[]))`);
}

/** Replaces what the person chose for single kinds. */
export async function replaceChoices(
  tx: Tx,
  personId: string,
  kinds: Readonly<Record<string, WhenMailed>>,
): Promise<void> {
  await tx.run(sql`delete from notification_preference where person_id = ${personId}`);
  await tx.run(sql`insert into notification_preference (person_id, kind, mails)
    select ${personId}::uuid, key, value from jsonb_each_text(${JSON.stringify(kinds)}::jsonb)`);
}

export type Unmailed = {
  readonly accountId: string;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly createdAt: string;
  readonly readAt: string | null;
};

/** What the person was told and not mailed yet, oldest first, locked: another worker waits, and then finds it mailed. */
export function lockUnmailed(tx: Tx, personId: string): Promise<Unmailed[]> {
  return tx.rows<Unmailed>(sql`select account_id as "accountId", id, kind, title, created_at as "createdAt", read_at as "readAt"
    from notification where person_id = ${personId} and mailed_at is null order by created_at, id for update`);
}

/** `mailed_at` is when it was settled: by a mail, or because the person wants none or had read it already. */
export async function markMailed(
  tx: Tx,
  settled: readonly Pick<Unmailed, 'accountId' | 'id'>[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update notification n set mailed_at = ${now.toString()}
    from unnest(${settled.map(({ accountId }) => accountId)}::uuid[], ${settled.map(({ id }) => id)}::uuid[]) as s (account_id, id)
    where n.account_id = s.account_id and n.id = s.id`);
}

/** Settles what the person may not see any more: all accounts but these. For a transaction that sees all. */
export async function settleUnseen(
  tx: Tx,
  personId: string,
  accounts: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update notification set mailed_at = ${now.toString()}
    where person_id = ${personId} and mailed_at is null and account_id <> all (${accounts}::uuid[])`);
}

/** Looks again at the hour of the daily mail. A key of its own: what comes at once must not move it, nor be moved by it. */
export async function enqueueDaily(tx: Tx, personId: string, at: Temporal.Instant): Promise<void> {
  await tx.run(sql`select enqueue_job('mail-notifications', ${JSON.stringify({ personId })}::jsonb, ${at.toString()}::timestamptz,
    ${`mail-daily-${personId}`})`);
}
