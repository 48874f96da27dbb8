/** Writes of notifications. */
import sql, { raw } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { WhenMailed } from './notification-views.ts';

/** What concerns an account, and what concerns none; the view `told` reads both. */
const TABLES = ['notification', 'staff_notification'] as const;

/** Marks those of the person as read; all that it sees where none are named. */
export async function markRead(
  tx: Tx,
  personId: string,
  ids: readonly string[] | undefined,
  now: Temporal.Instant,
): Promise<void> {
  for (const table of TABLES)
    await tx.run(sql`update ${raw(table)} set read_at = ${now.toString()} where person_id = ${personId} and read_at is null
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
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly createdAt: string;
  readonly readAt: string | null;
};

/** What the person was told and not mailed yet, oldest first, locked: another worker waits, and then finds it mailed. */
export async function lockUnmailed(tx: Tx, personId: string): Promise<Unmailed[]> {
  const found = await Promise.all(
    TABLES.map((table) =>
      tx.prepared<Unmailed>(
        `lock-unmailed-${table}`,
        sql`select id, kind, title, created_at as "createdAt", read_at as "readAt"
          from ${raw(table)} where person_id = ${personId} and mailed_at is null order by created_at, id for update`,
      ),
    ),
  );
  // Instants of one shape sort as texts.
  return found.flat().toSorted((a, b) => (`${a.createdAt} ${a.id}` < `${b.createdAt} ${b.id}` ? -1 : 1));
}

/** `mailed_at` is when it was settled: by a mail, or because the person wants none or had read it already. */
export function markMailed(
  tx: Tx,
  personId: string,
  settled: readonly Pick<Unmailed, 'id'>[],
  now: Temporal.Instant,
): void {
  for (const table of TABLES)
    tx.send(
      `mark-mailed-${table}`,
      sql`update ${raw(table)} set mailed_at = ${now.toString()}
        where person_id = ${personId} and mailed_at is null and id = any (${settled.map(({ id }) => id)}::uuid[])`,
    );
}

/** Settles what the person may not see any more: all accounts but these. For a transaction that sees all. */
export function settleUnseen(tx: Tx, personId: string, accounts: readonly string[], now: Temporal.Instant): void {
  tx.send(
    'settle-unseen',
    sql`update notification set mailed_at = ${now.toString()}
      where person_id = ${personId} and mailed_at is null and account_id <> all (${accounts}::uuid[])`,
  );
}

/** Looks again at the hour of the daily mail. A key of its own: what comes at once must not move it, nor be moved by it. */
export async function enqueueDaily(tx: Tx, personId: string, at: Temporal.Instant): Promise<void> {
  await tx.run(sql`select enqueue_job('mail-notifications', ${JSON.stringify({ personId })}::jsonb, ${at.toString()}::timestamptz,
    ${`mail-daily-${personId}`})`);
}
