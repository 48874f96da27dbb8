/** Writes of people. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type PersonOfAddress = {
  readonly id: string;
  readonly side: 'provider' | 'customer';
  readonly isNew: boolean;
  readonly isDeactivated: boolean;
};

/** Whoever has the address, or a new person with it. */
export async function personOfAddress(
  tx: Tx,
  side: 'provider' | 'customer',
  { name, email, zone }: { readonly name: string; readonly email: string; readonly zone: string },
  now: Temporal.Instant,
): Promise<PersonOfAddress> {
  const row = await tx.first<PersonOfAddress>(sql`select id, side, is_new as "isNew", deactivated as "isDeactivated"
    from person_of_address(${side}, ${name}, ${email}, ${zone}, ${now.toString()}::timestamptz)`);
  if (!row) throw new Error('Nobody has the address that was just given.');
  return row;
}

/** Locks a person; undefined where there is none. */
export async function lockPerson(
  tx: Tx,
  personId: string,
): Promise<Pick<PersonOfAddress, 'side' | 'isDeactivated'> | undefined> {
  return tx.first(sql`select side, deactivated_at is not null as "isDeactivated" from person
    where id = ${personId} and erased_at is null for update`);
}

export async function saveDeactivation(
  tx: Tx,
  personId: string,
  at: Temporal.Instant | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update person set deactivated_at = ${at === null ? null : at.toString()}, updated_at = ${now.toString()},
    version = version + 1 where id = ${personId}`);
}
