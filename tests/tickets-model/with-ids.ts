/** What the model counts, by the ids that the server gave it. */
import sql from 'sql-template-tag';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import type { Asked } from './acts.ts';

/** With the id of what somebody read in the place of its name. */
export async function withIds(db: Database, accountId: string, ticketId: string, asked: Asked): Promise<Asked> {
  const [method, path, body, read] = asked;
  if (read === undefined) return asked;
  const isEscalation = path.includes(':escalation');
  const ids = await db.read(SYSTEM, (tx) =>
    tx.rows<{ id: string }>(
      isEscalation
        ? sql`select subject_id as id from journal where account_id = ${accountId} and about_id = ${ticketId} and fact = 'escalation.raised' order by position`
        : sql`select id from journal where account_id = ${accountId} and subject_id = ${ticketId} and fact = 'incident.severity-change-proposed' order by position`,
    ),
  );
  const id = ids[read]?.id ?? '';
  return [
    method,
    path.replace(':escalation', id),
    JSON.parse(JSON.stringify(body).replace(':proposal', id)) as object,
    read,
  ];
}
