/** API tokens of a person. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';

type Token = Gives<'GET /me/tokens'>['rows'][number];

/** Those that can still be used, the newest first. */
export function tokensOf(tx: Tx, personId: string, now: Temporal.Instant): Promise<Token[]> {
  return tx.rows<Token>(sql`select id, name, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"
    from api_token where person_id = ${personId} and revoked_at is null and expires_at > ${now.toString()} order by id desc`);
}
