/** Says of sessions and tokens that they were used: rarely, so that reading stays reading. */
import sql from 'sql-template-tag';
import type { Tx } from '../../platform/database/tx.ts';

/**
 * A session lives on from its last use for as long as it lived at first, and for a month at most; written again after ten
 * minutes.
 */
export async function keepSessionAlive(tx: Tx, sessionId: string, now: Temporal.Instant): Promise<void> {
  const at = now.toString();
  await tx.last(
    'keep-session-alive',
    sql`update session set
      expires_at = least(expires_at + (${at}::timestamptz - updated_at), created_at + interval '30 days'), updated_at = ${at}
      where id = ${sessionId} and updated_at < ${at}::timestamptz - interval '10 minutes'`,
  );
}

/** At most once a minute, however many servers see the token. */
export async function noteTokenUse(tx: Tx, tokenId: string, now: Temporal.Instant): Promise<void> {
  const at = now.toString();
  await tx.last(
    'note-token-use',
    sql`update api_token set last_used_at = ${at}
      where id = ${tokenId} and (last_used_at is null or last_used_at <= ${at}::timestamptz - interval '1 minute')`,
  );
}
