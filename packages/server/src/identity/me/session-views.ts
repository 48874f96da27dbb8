/** Where people are signed in. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';

type Session = Gives<'GET /me/sessions'>['rows'][number];

/** Sessions of a person that have not expired, the latest first; `thisOne` is the id of the asking one. */
export function sessionsOf(
  tx: Tx,
  personId: string,
  thisOne: string | undefined,
  now: Temporal.Instant,
): Promise<Session[]> {
  return tx.rows<Session>(sql`select id, created_at as "signedInAt", signed_in_by as "signedInBy", updated_at as "seenAt",
      expires_at as "expiresAt", nullif(ip_address, '') as address, nullif(user_agent, '') as browser,
      id is not distinct from ${thisOne}::uuid as "isThisOne"
    from session where person_id = ${personId} and expires_at > ${now.toString()} order by updated_at desc, id`);
}
