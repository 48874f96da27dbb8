/** Writes of an account's people. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** These roles and no others; those that stay keep since when. */
export async function saveMemberships(
  tx: Tx,
  accountId: string,
  personId: string,
  roles: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`delete from membership where account_id = ${accountId} and person_id = ${personId}
    and role <> all(${roles}::text[])`);
  await tx.run(sql`insert into membership (account_id, person_id, role, since)
    select ${accountId}, ${personId}, role, ${now.toString()} from unnest(${roles}::text[]) role on conflict do nothing`);
}

export async function saveTeamRoles(
  tx: Tx,
  accountId: string,
  personId: string,
  roles: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`delete from account_team where account_id = ${accountId} and person_id = ${personId}
    and role <> all(${roles}::text[])`);
  await tx.run(sql`insert into account_team (account_id, person_id, role, since)
    select ${accountId}, ${personId}, role, ${now.toString()} from unnest(${roles}::text[]) role on conflict do nothing`);
}
