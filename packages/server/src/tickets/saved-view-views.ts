/** Reads of saved views: one's own, and those that staff share. */
import sql, { empty } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';

export type SavedView = Gives<'GET /ticket-views'>['rows'][number];

/** Those that the person may see, by name; or the one of that id. */
export function savedViews(tx: Tx, personId: string, viewId?: string): Promise<SavedView[]> {
  return tx.rows<SavedView>(sql`select v.id, v.name, v.filter, v.is_shared as "isShared", v.person_id = ${personId} as "isOwn", p.name as owner, v.version
    from ticket_view v join person p on p.id = v.person_id ${viewId === undefined ? empty : sql`where v.id = ${viewId}`}
    order by lower(v.name), v.id`);
}

/** More would be nobody's overview. */
export async function ownViews(tx: Tx, personId: string): Promise<number> {
  const row = await tx.first<{ many: number }>(
    sql`select count(*) as many from ticket_view where person_id = ${personId}`,
  );
  return row?.many ?? 0;
}
