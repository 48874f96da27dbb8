/** Reads of who plays the roles of a contract, and of who can. */
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

type Side = 'provider' | 'customer';
export type AssignedPerson = {
  readonly side: Side;
  readonly role: string;
  readonly id: string;
  readonly name: string;
};

/** As the function people_for_role has it: nobody who was deactivated, and of the customer nobody who left the account. */
function plays(accountId: string, side: Sql): Sql {
  return sql`p.side = ${side} and p.deactivated_at is null and p.erased_at is null
    and (p.side = 'provider' or exists (select from membership m where m.account_id = ${accountId} and m.person_id = p.id))`;
}

/** Who is named for which role, by name. */
export function assignedPeople(tx: Tx, accountId: string, contractId: string): Promise<AssignedPerson[]> {
  return tx.rows<AssignedPerson>(sql`select r.side, r.role, p.id, p.name
    from role_assignment r join person p on p.id = r.person_id
    where r.account_id = ${accountId} and r.contract_id = ${contractId} and ${plays(accountId, sql`r.side`)}
    order by p.name, p.id`);
}

/** Those of these people who can be named for a role of a side. */
export async function eligiblePeople(
  tx: Tx,
  accountId: string,
  side: Side,
  personIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select p.id from person p
    where p.id = any(${personIds}::uuid[]) and ${plays(accountId, sql`${side}`)}`);
  return rows.map(({ id }) => id);
}
