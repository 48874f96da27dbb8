/** Writes of who plays the roles of a contract. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type AssignedRole = {
  readonly accountId: string;
  readonly contractId: string;
  readonly side: 'provider' | 'customer';
  readonly role: string;
};

/** Who was added and who was taken, by id. */
export type AssignmentChange = { readonly added: readonly string[]; readonly taken: readonly string[] };

/** These people and no others; those who stay keep since when. */
export async function saveAssignments(
  tx: Tx,
  { accountId, contractId, side, role }: AssignedRole,
  personIds: readonly string[],
  now: Temporal.Instant,
): Promise<AssignmentChange> {
  type Row = { id: string };
  const taken = await tx.rows<Row>(sql`delete from role_assignment where account_id = ${accountId}
    and contract_id = ${contractId} and side = ${side} and role = ${role} and person_id <> all(${personIds}::uuid[])
    returning person_id as id`);
  const added =
    await tx.rows<Row>(sql`insert into role_assignment (account_id, contract_id, side, role, person_id, since)
    select ${accountId}, ${contractId}, ${side}, ${role}, person_id, ${now.toString()}
    from unnest(${personIds}::uuid[]) person_id on conflict do nothing returning person_id as id`);
  return { added: added.map(({ id }) => id), taken: taken.map(({ id }) => id) };
}
