/** Writes of API tokens. */
import sql from 'sql-template-tag';
import type { Body } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';

export async function insertToken(
  tx: Tx,
  personId: string,
  { name, scopes, expiresAt }: Body<'POST /me/tokens'>,
  hash: Buffer,
  now: Temporal.Instant,
): Promise<string> {
  const row = await tx.first<{
    id: string;
  }>(sql`insert into api_token (person_id, name, hash, scopes, created_at, expires_at)
    values (${personId}, ${name}, ${hash}, ${scopes}, ${now.toString()}, ${expiresAt}) returning id`);
  if (!row) throw new Error('An inserted token has no id.');
  return row.id;
}

/** False where the person has no such token in use. */
export async function revokeToken(tx: Tx, personId: string, tokenId: string, now: Temporal.Instant): Promise<boolean> {
  const revoked = await tx.run(sql`update api_token set revoked_at = ${now.toString()}
    where person_id = ${personId} and id = ${tokenId} and revoked_at is null`);
  return revoked === 1;
}
