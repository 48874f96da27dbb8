/** Writes of an account's people. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** Roles that were given and taken. */
export type RoleChange = { readonly given: readonly string[]; readonly taken: readonly string[] };
type Row = { readonly role: string };

/** These roles and no others; those that stay keep since when. */
export async function saveMemberships(
  tx: Tx,
  accountId: string,
  personId: string,
  roles: readonly string[],
  now: Temporal.Instant,
): Promise<RoleChange> {
  const taken =
    await tx.rows<Row>(sql`delete from membership where account_id = ${accountId} and person_id = ${personId}
    and role <> all(${roles}::text[]) returning role`);
  const given = await tx.rows<Row>(sql`insert into membership (account_id, person_id, role, since)
    select ${accountId}, ${personId}, role, ${now.toString()} from unnest(${roles}::text[]) role on conflict do nothing
    returning role`);
  return changeOf(given, taken);
}

export async function saveTeamRoles(
  tx: Tx,
  accountId: string,
  personId: string,
  roles: readonly string[],
  now: Temporal.Instant,
): Promise<RoleChange> {
  const taken =
    await tx.rows<Row>(sql`delete from account_team where account_id = ${accountId} and person_id = ${personId}
    and role <> all(${roles}::text[]) returning role`);
  const given = await tx.rows<Row>(sql`insert into account_team (account_id, person_id, role, since)
    select ${accountId}, ${personId}, role, ${now.toString()} from unnest(${roles}::text[]) role on conflict do nothing
    returning role`);
  return changeOf(given, taken);
}

/** In one order, so that what is told of it is. */
function changeOf(given: readonly Row[], taken: readonly Row[]): RoleChange {
  const names = (rows: readonly Row[]) => rows.map(({ role }) => role).toSorted();
  return { given: names(given), taken: names(taken) };
}
