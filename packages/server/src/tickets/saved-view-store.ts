/** Writes of saved views. Each is its owner's, by the table's own policies. */
import sql from 'sql-template-tag';
import type { Body } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';

type Wanted = Body<'POST /ticket-views'>;

export async function insertView(
  tx: Tx,
  personId: string,
  { name, filter, isShared }: Wanted,
  now: Temporal.Instant,
): Promise<string> {
  const row = await tx.first<{
    id: string;
  }>(sql`insert into ticket_view (person_id, name, filter, is_shared, created_at)
    values (${personId}, ${name}, ${JSON.stringify(filter)}, ${isShared}, ${now.toString()}) returning id`);
  return row?.id ?? '';
}

/** Whether it was still of that version. */
export async function updateView(
  tx: Tx,
  viewId: string,
  version: number,
  { name, filter, isShared }: Wanted,
): Promise<boolean> {
  const written =
    await tx.run(sql`update ticket_view set name = ${name}, filter = ${JSON.stringify(filter)}, is_shared = ${isShared}, version = version + 1
      where id = ${viewId} and version = ${version}`);
  return written > 0;
}

export async function deleteView(tx: Tx, viewId: string): Promise<void> {
  await tx.run(sql`delete from ticket_view where id = ${viewId}`);
}
