/** Whether the account is the actor's to see: row-level security answers. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export async function isSeen(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx.rows(sql`select from account where account_id = ${accountId}`);
  return rows.length > 0;
}
