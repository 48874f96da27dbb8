/** Reads who is meant by a role of a description: who decides, who is told, who may escalate. */
import sql from 'sql-template-tag';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';

export type RoleOf = { readonly side: 'provider' | 'customer'; readonly role: string };
export type PersonInCharge = { readonly id: string; readonly name: string };

/** By name. A customer is told who decides, also where it would not see the team that the answer comes from. */
export function peopleInCharge(
  tx: Tx,
  accountId: string,
  contractId: string | null,
  { side, role }: RoleOf,
): Promise<PersonInCharge[]> {
  return asProgram(tx, (program) =>
    program.rows<PersonInCharge>(sql`select p.id, p.name from people_in_charge(${accountId}, ${contractId}, ${side}, ${role}) as c (id)
      join person p on p.id = c.id order by p.name, p.id`),
  );
}
