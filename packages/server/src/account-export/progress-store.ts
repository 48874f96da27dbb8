/** Writes of how far an export is, each person's own. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type ExportIds = { readonly accountId: string; readonly personId: string };
export type HowFar = { readonly isSending: boolean; readonly rows: number; readonly bytes: number };

export async function insertProgress(tx: Tx, { accountId, personId }: ExportIds): Promise<void> {
  await tx.run(sql`insert into export_progress (account_id, person_id) values (${accountId}, ${personId})
    on conflict (account_id, person_id) do update set is_sending = false, rows_gathered = 0, bytes_sent = 0, is_given_up = false, said_at = clock_timestamp()`);
}

/** Whether it was given up meanwhile. */
export async function saveProgress(
  tx: Tx,
  { accountId, personId }: ExportIds,
  { isSending, rows, bytes }: HowFar,
): Promise<boolean> {
  const row = await tx.first<{ given_up: boolean }>(sql`update export_progress
    set is_sending = ${isSending}, rows_gathered = ${rows}, bytes_sent = ${bytes}, said_at = clock_timestamp()
    where account_id = ${accountId} and person_id = ${personId} returning is_given_up as given_up`);
  return row?.given_up ?? false;
}

export async function deleteProgress(tx: Tx, { accountId, personId }: ExportIds): Promise<void> {
  await tx.run(sql`delete from export_progress where account_id = ${accountId} and person_id = ${personId}`);
}

/** Whoever sends it sees this within a second. */
export async function giveUpExport(tx: Tx, { accountId, personId }: ExportIds): Promise<void> {
  await tx.run(
    sql`update export_progress set is_given_up = true where account_id = ${accountId} and person_id = ${personId}`,
  );
}
