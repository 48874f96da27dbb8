/** Ends sessions and tokens; every server learns of it at once (migration 0006). */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** Ends all sessions of a person but one, if it is named. */
export async function endSessions(tx: Tx, personId: string, butSessionId?: string): Promise<void> {
  await tx.run(sql`delete from session where person_id = ${personId} and id is distinct from ${butSessionId}::uuid`);
}

/** Ends one session of a person; false where there is none. */
export async function endSession(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  return (await tx.run(sql`delete from session where person_id = ${personId} and id = ${sessionId}`)) === 1;
}

/** Revokes all API tokens of a person. */
export async function revokeTokens(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  await tx.run(
    sql`update api_token set revoked_at = ${now.toString()} where person_id = ${personId} and revoked_at is null`,
  );
}
