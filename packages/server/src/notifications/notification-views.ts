/** Reads of notifications and of what people chose to be mailed. */
import sql, { empty } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { ofTicket } from './of-ticket-views.ts';
import { wordsOf } from './kinds.ts';

type Page = Gives<'GET /me/notifications'>;
type Row = Omit<Page['rows'][number], 'says'>;
export type WhenMailed = 'at-once' | 'daily' | 'never';

export async function unreadOf(tx: Tx, personId: string): Promise<number> {
  const row = await tx.first<{ unread: number }>(
    sql`select count(*) as unread from told where person_id = ${personId} and read_at is null`,
  );
  return row?.unread ?? 0;
}

type Asked = { readonly limit: number; readonly after?: string | undefined; readonly unread: boolean };

/** The latest first; those of accounts that the person no longer sees are not among them. */
export async function notificationPage(tx: Tx, personId: string, { limit, after, unread }: Asked): Promise<Page> {
  const [at, id] = readCursor(after, ['instant', 'id']) ?? [];
  const rows = await tx.rows<Row>(sql`
    select n.id, n.account_id as "accountId", a.name as account, n.kind, n.title, n.obligation_id as "obligationId", t.id as "ticketId",
      v.description_id as "descriptionId", n.version_id as "versionId", n.created_at as "createdAt", n.read_at as "readAt"
    from (select * from told
        where person_id = ${personId} ${unread ? sql`and read_at is null` : empty}
          ${at !== undefined && id !== undefined ? sql`and (created_at, id) < (${at}::timestamptz, ${id}::uuid)` : empty}
        order by created_at desc, id desc limit ${limit + 1}) n
      left join account a on a.account_id = n.account_id left join description_version v on v.id = n.version_id
      left join journal j on j.account_id = n.account_id and j.id = n.journal_id ${ofTicket}
    order by n.created_at desc, n.id desc`);
  const shown = rows.slice(0, limit).map((row) => ({ ...row, says: wordsOf(row.kind).says }));
  const last = shown.at(-1);
  return {
    rows: shown,
    unread: await unreadOf(tx, personId),
    ...(rows.length > limit && last ? { next: cursorOf([last.createdAt, last.id]) } : {}),
  };
}

export type Choices = {
  readonly usual: WhenMailed;
  readonly byKind: ReadonlyMap<string, WhenMailed>;
};

/** When a person is mailed: as the profile says, and otherwise for kinds that were chosen one by one. */
export async function choicesOf(tx: Tx, personId: string): Promise<Choices> {
  const [rows, [person]] = await Promise.all([
    tx.prepared<{ kind: string; mails: WhenMailed }>(
      'choices-of',
      sql`select kind, mails from notification_preference where person_id = ${personId}`,
    ),
    tx.prepared<{ mails: string | null }>(
      'usual-choice-of',
      sql`select preferences ->> 'mails' as mails from person where id = ${personId}`,
    ),
  ]);
  const usual = person?.mails === 'daily' || person?.mails === 'never' ? person.mails : 'at-once';
  return { usual, byKind: new Map(rows.map(({ kind, mails }) => [kind, mails])) };
}
