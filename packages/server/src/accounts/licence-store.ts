/** Writes of licences and products. */
import sql from 'sql-template-tag';
import type { Body } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';

export async function insertLicence(
  tx: Tx,
  accountId: string,
  wanted: Body<'POST /accounts/:accountId/licences'>,
): Promise<string> {
  const row = await tx.first<{ id: string }>(sql`insert into licence
      (account_id, product_id, quantity, valid_from, valid_until, note)
    values (${accountId}, ${wanted.productId}, ${wanted.quantity}, ${wanted.validFrom}, ${wanted.validUntil}, ${wanted.note})
    returning id`);
  if (!row) throw new Error('An inserted licence has no id.');
  return row.id;
}

export async function saveRevocation(
  tx: Tx,
  accountId: string,
  licenceId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update licence set revoked_at = ${at.toString()}, version = version + 1
    where account_id = ${accountId} and id = ${licenceId}`);
}

/** A licence that had expired is valid again, and may expire once more. */
export async function saveRenewal(
  tx: Tx,
  accountId: string,
  licenceId: string,
  validUntil: string | null,
): Promise<void> {
  await tx.run(sql`update licence set valid_until = ${validUntil}, expired_at = null, version = version + 1
    where account_id = ${accountId} and id = ${licenceId}`);
}

export async function markBegun(tx: Tx, accountId: string, licenceId: string, at: string): Promise<void> {
  await tx.run(sql`update licence set begun_at = ${at} where account_id = ${accountId} and id = ${licenceId}`);
}

export async function markExpired(tx: Tx, accountId: string, licenceId: string, at: string): Promise<void> {
  await tx.run(sql`update licence set expired_at = ${at} where account_id = ${accountId} and id = ${licenceId}`);
}

/** One job an account: a new instant replaces the one before. */
export async function wakeForLicences(tx: Tx, accountId: string, at: string): Promise<void> {
  await tx.run(sql`select enqueue_job('licence-milestones', ${JSON.stringify({ accountId })}::jsonb, ${at}::timestamptz,
    ${`licence-milestones ${accountId}`})`);
}

/** Undefined where a product has this name already. */
export async function insertProduct(tx: Tx, name: string, says: string | null): Promise<string | undefined> {
  const row = await tx.first<{ id: string }>(
    sql`insert into product (name, says) values (${name}, ${says}) on conflict (name) do nothing returning id`,
  );
  return row?.id;
}
