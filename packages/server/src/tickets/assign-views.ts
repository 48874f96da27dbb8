/** Reads of who may be given a ticket. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** Active staff who may work. */
export async function assignable(tx: Tx, _accountId: string, personId: string): Promise<boolean> {
  const row = await tx.first<{ found: boolean }>(sql`select true as found from person
    where id = ${personId} and side = 'provider' and deactivated_at is null and erased_at is null`);
  return row !== undefined;
}
