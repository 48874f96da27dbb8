/** Writes of staff roles, and the rule that somebody can always administer. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** The roles are these and no others. */
export async function saveStaffRoles(tx: Tx, personId: string, roles: readonly string[]): Promise<void> {
  await tx.run(sql`delete from staff_role where person_id = ${personId} and role <> all (${roles}::text[])`);
  await tx.run(sql`insert into staff_role (person_id, role) select ${personId}, role from unnest(${roles}::text[]) as role
    on conflict do nothing`);
}

/**
 * Whether an administrator other than this person is left who is active and can sign in: one who was invited and never came
 * would lock everybody out. Waits for others who ask the same: two administrators
 * who remove one another at once would leave nobody.
 */
export async function anotherAdministratorIsLeft(tx: Tx, personId: string): Promise<boolean> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('tamarack administrators'))`);
  const row = await tx.first<{
    left: boolean;
  }>(sql`select exists (select from staff_role r join person p on p.id = r.person_id
    where r.role = 'administrator' and p.deactivated_at is null and p.id <> ${personId} and has_credential(p.id)) as left`);
  return row?.left === true;
}

export async function isAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.first(
    sql`select 1 as found from staff_role where person_id = ${personId} and role = 'administrator'`,
  );
  return row !== undefined;
}
