/** Reads of outgoing mails, for the administrator. */
import sql, { empty } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';

type Page = Omit<Gives<'GET /mails'>, 'hasMailServer'>;
export type MailRow = Page['rows'][number];
export type MailDetail = Gives<'GET /mails/:mailId'>;

const columns = sql`id, to_address as "to", to_name as "toName", subject, state, attempts, error, created_at as "createdAt",
  sent_at as "sentAt", next_try_at as "nextTryAt"`;

type Asked = {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly state?: MailRow['state'] | undefined;
};

export async function mailPage(tx: Tx, { limit, after, state }: Asked): Promise<Page> {
  const [at, id] = readCursor(after, ['instant', 'id']) ?? [];
  const rows = await tx.rows<MailRow>(sql`select ${columns} from mail
    where true ${state ? sql`and state = ${state}` : empty}
      ${at !== undefined && id !== undefined ? sql`and (created_at, id) < (${at}::timestamptz, ${id}::uuid)` : empty}
    order by created_at desc, id desc limit ${limit + 1}`);
  const count = await tx.first<{ waiting: number }>(sql`select count(*) as waiting from mail where state = 'waiting'`);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    waiting: count?.waiting ?? 0,
    ...(rows.length > limit && last ? { next: cursorOf([last.createdAt, last.id]) } : {}),
  };
}

export function mailById(tx: Tx, mailId: string): Promise<MailDetail | undefined> {
  return tx.first<MailDetail>(
    sql`select ${columns}, text, html, is_secret as "isSecret" from mail where id = ${mailId}`,
  );
}
