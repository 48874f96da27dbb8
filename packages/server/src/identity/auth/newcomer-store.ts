/** The role of people whom a provider of single sign-on brings without an invitation. */
import sql from 'sql-template-tag';
import type { Tx } from '../../platform/database/tx.ts';

export async function giveStaffRole(tx: Tx, personId: string, role: string): Promise<void> {
  await tx.run(sql`insert into staff_role (person_id, role) values (${personId}, ${role}) on conflict do nothing`);
}
