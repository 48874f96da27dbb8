/** What there is to verify. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import { unitOfRow, type Unit } from './unit.ts';

/** Everything that facts of the account are of or about. */
export async function subjectsOfAccount(tx: Tx, accountId: string): Promise<readonly string[]> {
  const rows = await tx.rows<{
    id: string;
  }>(sql`select subject_id as id from journal where account_id = ${accountId} and not starts_with(fact, 'obligation.')
    union select about_id from journal where account_id = ${accountId} and about_id is not null and not starts_with(fact, 'obligation.')`);
  return rows.map(({ id }) => id);
}

/** The units of all rows that there are, also of such as nothing calls for. */
export async function unitsOfRows(tx: Tx, accountId: string): Promise<readonly Unit[]> {
  const rows = await tx.rows<Parameters<typeof unitOfRow>[0]>(sql`
    select distinct contract_id as "contractId", promise, subject_id as "subjectId", form from obligation where account_id = ${accountId}`);
  return rows.map(unitOfRow);
}

export async function accountIds(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select account_id as id from account order by account_id`);
  return rows.map(({ id }) => id);
}
