/** Reads of webhooks and their deliveries. */
import sql, { empty } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';

export type Webhook = Gives<'GET /webhooks'>['rows'][number];
type Page = Gives<'GET /webhooks/:webhookId/deliveries'>;

/** All of them, the oldest first; or the one of that id. */
export function webhooks(tx: Tx, now: Temporal.Instant, webhookId?: string): Promise<Webhook[]> {
  return tx.rows<Webhook>(sql`select w.id, w.url, w.says, w.facts, w.only_account as "accountId", a.name as account, w.with_internal as "withInternal",
      w.is_active as "isActive", w.stopped_because as "stoppedBecause", w.failing_since as "failingSince",
      (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting') as waiting,
      (select coalesce(sum(a.remaining), 0)::int from webhook_again a where a.webhook_id = w.id) as "toSendAgain",
      case when w.old_secret_until > ${now.toString()} then w.old_secret_until end as "oldSecretUntil", w.created_at as "createdAt", w.version
    from webhook w left join account a on a.account_id = w.only_account
    ${webhookId === undefined ? empty : sql`where w.id = ${webhookId}`} order by w.created_at, w.id`);
}

type Asked = {
  readonly state?: string | undefined;
  readonly fact?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

export async function deliveryPage(tx: Tx, webhookId: string, { state, fact, limit, after }: Asked): Promise<Page> {
  const [at, id] = readCursor(after, ['instant', 'id']) ?? [];
  const rows = await tx.rows<Page['rows'][number]>(sql`
    select d.id, d.account_id as "accountId", a.name as account, j.fact, d.state, d.attempts, d.status, d.error, d.answer, d.created_at as "createdAt",
      case when d.state = 'waiting' then d.next_try_at end as "nextTryAt", d.delivered_at as "deliveredAt"
    from webhook_delivery d join account a on a.account_id = d.account_id join journal j on j.account_id = d.account_id and j.id = d.journal_id
    where d.webhook_id = ${webhookId} ${state === undefined ? empty : sql`and d.state = ${state}`} ${fact === undefined ? empty : sql`and j.fact = ${fact}`}
      ${at !== undefined && id !== undefined ? sql`and (d.created_at, d.id) < (${at}::timestamptz, ${id}::uuid)` : empty}
    order by d.created_at desc, d.id desc limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last ? { rows: shown, next: cursorOf([last.createdAt, last.id]) } : { rows: shown };
}

export async function isAccount(tx: Tx, accountId: string): Promise<boolean> {
  return (await tx.first(sql`select true as found from account where account_id = ${accountId}`)) !== undefined;
}

export type Happened = {
  readonly id: string;
  readonly fact: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly account: { readonly id: string; readonly name: string };
  readonly contractId: string | null;
  readonly subjectId: string;
  readonly aboutId: string | null;
  readonly by: string | null;
  readonly bySide: string;
  readonly via: string;
  readonly audience: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly title: string | null;
  readonly note: string | null;
  readonly ticket: object | null;
  readonly message: object | null;
};

/** The fact as it is told, with its ticket and what was written with it. */
export function happenedIn(tx: Tx, accountId: string, journalId: string): Promise<Happened | undefined> {
  return tx.first<Happened>(sql`select j.id, j.fact, j.at, j.recorded_at as "recordedAt", json_build_object('id', a.account_id, 'name', a.name) as account,
      j.contract_id as "contractId", j.subject_id as "subjectId", j.about_id as "aboutId", p.name as by, j.by_side as "bySide", j.via, j.audience,
      j.data, j.title, j.note,
      case when t.id is not null then json_build_object('id', t.id, 'reference', t.reference, 'subject', t.subject, 'state', t.state,
        'severity', t.severity, 'side', t.side) end as ticket,
      (select json_build_object('id', m.id, 'body', m.body) from ticket_message m where m.account_id = t.account_id and m.ticket_id = t.id
        and m.at = j.recorded_at and m.author_id = j.by_person and m.audience = j.audience limit 1) as message
    from journal j join account a on a.account_id = j.account_id left join person p on p.id = j.by_person
      left join ticket t on t.account_id = j.account_id and t.id = j.subject_id
    where j.account_id = ${accountId} and j.id = ${journalId}`);
}
