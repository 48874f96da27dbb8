/** Removes second factors for people who lost them. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export async function removeSecondFactor(tx: Tx, personId: string): Promise<void> {
  await tx.run(sql`delete from second_factor where person_id = ${personId}`);
  await tx.run(sql`delete from passkey where person_id = ${personId}`);
  await tx.run(sql`update person set two_factor_enabled = false where id = ${personId}`);
}
