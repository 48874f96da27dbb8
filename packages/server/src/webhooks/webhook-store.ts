/** Writes of webhooks. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type KeptWebhook = {
  readonly url: string;
  readonly says: string;
  readonly facts: readonly string[];
  readonly withInternal: boolean;
  readonly isActive: boolean;
};

export type LockedWebhook = KeptWebhook & { readonly id: string; readonly version: number; readonly secret: string };

/** It is fed from this transaction on. `secret`: sealed. */
export async function insertWebhook(
  tx: Tx,
  wanted: Omit<KeptWebhook, 'isActive'> & { readonly accountId: string | null },
  secret: string,
  now: Temporal.Instant,
): Promise<string> {
  const { url, says, facts, accountId, withInternal } = wanted;
  const row = await tx.first<{
    id: string;
  }>(sql`insert into webhook (url, says, facts, only_account, with_internal, secret, created_by, created_at)
      values (${url}, ${says}, ${facts}::text[], ${accountId}, ${withInternal}, ${secret}, ${tx.actor.personId ?? null}, ${now.toString()})
      returning id`);
  return row?.id ?? '';
}

export function lockWebhook(tx: Tx, webhookId: string): Promise<LockedWebhook | undefined> {
  return tx.first<LockedWebhook>(sql`select id, url, says, facts, with_internal as "withInternal", is_active as "isActive", version, secret
    from webhook where id = ${webhookId} for update`);
}

/** Going on forgets that it failed. */
export async function updateWebhook(tx: Tx, webhookId: string, kept: KeptWebhook): Promise<void> {
  const { url, says, facts, withInternal, isActive } = kept;
  await tx.run(sql`update webhook set url = ${url}, says = ${says}, facts = ${facts}::text[], with_internal = ${withInternal},
      failing_since = case when ${isActive} and not is_active then null else failing_since end,
      stopped_because = case when ${isActive} then null else stopped_because end, is_active = ${isActive}, version = version + 1
    where id = ${webhookId}`);
}

export async function deleteWebhook(tx: Tx, webhookId: string): Promise<void> {
  await tx.run(sql`delete from webhook where id = ${webhookId}`);
}

/** `until`: how long the old secret still signs; undefined: no more. */
export async function replaceSecret(
  tx: Tx,
  webhookId: string,
  secret: string,
  until: Temporal.Instant | undefined,
): Promise<void> {
  await tx.run(sql`update webhook set old_secret = case when ${until !== undefined} then webhook.secret end,
      old_secret_until = ${until?.toString() ?? null}, secret = ${secret}, version = version + 1
    where id = ${webhookId}`);
}

export async function markHeard(tx: Tx, webhookId: string): Promise<void> {
  await tx.run(sql`update webhook set failing_since = null where id = ${webhookId} and failing_since is not null`);
}

/** It failed; since when it has done nothing else. */
export async function markFailing(tx: Tx, webhookId: string, now: Temporal.Instant): Promise<string> {
  const row = await tx.first<{ since: string }>(
    sql`update webhook set failing_since = coalesce(failing_since, ${now.toString()}) where id = ${webhookId} returning failing_since as since`,
  );
  return row?.since ?? now.toString();
}

export async function stopWebhook(tx: Tx, webhookId: string, because: string): Promise<void> {
  await tx.run(
    sql`update webhook set is_active = false, stopped_because = ${because}, version = version + 1 where id = ${webhookId} and is_active`,
  );
}
