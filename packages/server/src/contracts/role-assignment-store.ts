/** Writes of who plays the roles of a contract. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type AssignedRole = {
  readonly accountId: string;
  readonly contractId: string;
  readonly side: 'provider' | 'customer';
  readonly role: string;
};

/** These people and no others; those who stay keep since when. */
export async function saveAssignments(
  tx: Tx,
  { accountId, contractId, side, role }: AssignedRole,
  personIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`delete from role_assignment where account_id = ${accountId} and contract_id = ${contractId}
    and side = ${side} and role = ${role} and person_id <> all(${personIds}::uuid[])`);
  await tx.run(sql`insert into role_assignment (account_id, contract_id, side, role, person_id, since)
    select ${accountId}, ${contractId}, ${side}, ${role}, person_id, ${now.toString()}
    from unnest(${personIds}::uuid[]) person_id on conflict do nothing`);
}
