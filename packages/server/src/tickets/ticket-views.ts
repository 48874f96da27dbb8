/** Reads of tickets, straight to the shapes of the contract. */
import { createHash } from 'node:crypto';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { utcOf, whoOf } from '../platform/database/written-shapes.ts';
import type { Ids } from './ids.ts';

type Shown = Gives<'GET /accounts/:accountId/tickets/:ticketId'>;
type Message = Gives<'GET /accounts/:accountId/tickets/:ticketId/messages'>['rows'][number];

/** A search for less common words finds what is meant. */
const MOST_FOUND = 1000;

/** What tickets are chosen by. */
type Chosen = {
  readonly accountId?: string | undefined;
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly severity?: number | undefined;
  readonly side?: string | undefined;
  readonly assignee?: string | undefined;
  readonly queue?: string | undefined;
  readonly breached?: boolean | undefined;
  /** Words of subject or conversation, or a reference. */
  readonly search?: string | undefined;
};

export type TicketFilter = Chosen & {
  readonly order: 'next' | 'latest';
  readonly limit: number;
  readonly after?: string | undefined;
};

/** Customers see neither queues nor who of the staff follows: an internal note may have named them. */
const shape = sql`t.id, t.reference, t.account_id as "accountId", a.name as account, a.zone as "accountZone", t.kind, t.subject,
  t.contract_id as "contractId", c.name as contract, pr.name as product, t.state, t.severity, t.side,
  ${whoOf('requester')} as requester, ${whoOf('assignee')} as assignee, case when (select scope_is_provider()) then t.queue end as queue, ${utcOf('t.received_at')} as "receivedAt",
  ${utcOf('t.acknowledged_at')} as "acknowledgedAt", ${utcOf('t.last_at')} as "lastAt", t.last_side as "lastSide", t.breached,
  case when t.state = 'open' and t.next_due_at is not null then json_build_object('obligationId', t.next_obligation_id, 'title', o.title,
    'dueAt', ${utcOf('t.next_due_at')}) end as next, t.version`;
const joined = sql`join account a on a.account_id = t.account_id
  left join contract c on c.account_id = t.account_id and c.id = t.contract_id
  left join product pr on pr.id = t.product_id
  left join person requester on requester.id = t.requester_id
  left join person assignee on assignee.id = t.assignee_id
  left join obligation o on o.account_id = t.account_id and o.id = t.next_obligation_id`;

/** One page as JSON: by the next clock to breach, or the latest happening first. */
export async function ticketPage(tx: Tx, filter: TicketFilter): Promise<string> {
  const { order, limit, after } = filter;
  const byNext = order === 'next';
  const [at, id] = readCursor(after, ['instant', 'id']) ?? [];
  const ordered = byNext ? raw(`coalesce(t.next_due_at, 'infinity'::timestamptz)`) : raw('t.last_at');
  const direction = raw(byNext ? 'asc' : 'desc');
  const beyond =
    at === undefined || id === undefined
      ? empty
      : sql`and (${ordered}, t.id) ${raw(byNext ? '>' : '<')} (${at}::timestamptz, ${id}::uuid)`;
  const statement = sql`
    with page as (select t.*, ${ordered} as ordered from ticket t where ${where(tx, filter)} ${beyond}
        order by ordered ${direction}, t.id ${direction} limit ${limit + 1}),
      shown as (select * from page order by ordered ${direction}, id ${direction} limit ${limit})
    select coalesce((select json_agg(row_to_json(r)) from (select ${shape} from shown t ${joined} order by t.ordered ${direction}, t.id ${direction}) r), '[]')::text as json,
      (select count(*) > ${limit} from page) as more,
      (select json_build_array(ordered::text, id) from shown order by ordered ${direction}, id ${direction} offset ${limit - 1}) as last`;
  const [page] = await tx.prepared<{ json: string; more: boolean; last: [string, string] | null }>(
    `tickets ${createHash('sha1').update(statement.text).digest('base64')}`,
    statement,
  );
  if (!page) return '{"rows":[]}';
  return page.more && page.last
    ? `{"rows":${page.json},"next":${JSON.stringify(cursorOf(page.last))}}`
    : `{"rows":${page.json}}`;
}

/** How many tickets each of these chooses, all counted in one statement. */
export async function countTickets(tx: Tx, filters: readonly Chosen[]): Promise<number[]> {
  if (filters.length === 0) return [];
  const counts = filters.map((filter) => sql`(select count(*) from ticket t where ${where(tx, filter)})`);
  const row = await tx.first<{ counts: number[] }>(sql`select json_build_array(${join(counts)}) as counts`);
  return row?.counts ?? [];
}

function where(tx: Tx, { accountId, state, kind, severity, side, assignee, queue, breached, search }: Chosen): Sql {
  const me = tx.actor.personId ?? null;
  return sql`true
    ${accountId === undefined ? empty : sql`and t.account_id = ${accountId}`}
    ${state === undefined ? empty : state === 'ended' ? sql`and t.state <> 'open'` : state === 'open' ? sql`and t.state = 'open'` : sql`and t.state = ${state}`}
    ${kind === undefined ? empty : sql`and t.kind = ${kind}`}
    ${severity === undefined ? empty : sql`and t.severity = ${severity}`}
    ${side === undefined ? empty : sql`and t.side = ${side}`}
    ${queue === undefined ? empty : sql`and t.queue = ${queue} and (select scope_is_provider())`}
    ${breached === undefined ? empty : sql`and t.breached = ${breached}`}
    ${search === undefined ? empty : sql`and (t.account_id, t.id) in (select account_id, id from search_tickets(${search}, ${MOST_FOUND}))`}
    ${assignee === undefined ? empty : assignee === 'nobody' ? sql`and t.assignee_id is null` : sql`and t.assignee_id = ${assignee === 'me' ? me : assignee}`}`;
}

/** Whether there is such a ticket that the transaction may see. */
export async function isThere(tx: Tx, { accountId, ticketId }: Ids): Promise<boolean> {
  const row = await tx.first(
    sql`select true as there from ticket where account_id = ${accountId} and id = ${ticketId}`,
  );
  return row !== undefined;
}

export type TicketFound = Omit<Shown, 'description' | 'severityName' | 'mayChange'>;

/** One ticket; undefined where there is none that the transaction may see. */
export function ticketById(tx: Tx, accountId: string, ticketId: string): Promise<TicketFound | undefined> {
  return tx.first<TicketFound>(sql`select ${shape}, t.waits_for as "waitsFor", ${utcOf('t.ended_at')} as "endedAt", t.ended_because as "endedBecause",
      coalesce((select json_agg(json_build_object('id', x.id, 'reference', x.reference, 'subject', x.subject, 'state', x.state, 'says', r.says) order by x.reference)
        from (select other_id, says from ticket_relation w where w.account_id = t.account_id and w.ticket_id = t.id
          union all select ticket_id, case says when 'caused-by' then 'causes' when 'split-from' then 'split-into' else says end
            from ticket_relation w where w.account_id = t.account_id and w.other_id = t.id) r
        join ticket x on x.account_id = t.account_id and x.id = r.other_id), '[]') as relations,
      t.channel, case when m.id is not null then json_build_object('id', m.id, 'reference', m.reference, 'subject', m.subject) end as "mergedInto",
      exists (select from ticket_follower f where f.account_id = t.account_id and f.ticket_id = t.id and f.person_id = ${tx.actor.personId ?? null}) as following,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name) from ticket_follower f join person p on p.id = f.person_id
        where f.account_id = t.account_id and f.ticket_id = t.id and (p.side = 'customer' or (select scope_is_provider()))), '[]') as followers
    from ticket t ${joined} left join ticket m on m.account_id = t.account_id and m.id = t.merged_into
    where t.account_id = ${accountId} and t.id = ${ticketId}`);
}

const messages = sql`select m.id, ${whoOf('p')} as author, m.author_side as "authorSide", m.audience,
      case when m.moved_to is null then m.body else '' end as body, m.at, m.via,
      (select json_build_object('id', x.id, 'reference', x.reference, 'subject', x.subject) from ticket x
        where x.account_id = m.account_id and x.id = m.moved_to) as "movedTo",
      coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type) order by f.name)
        from ticket_message_file mf join file f on f.account_id = mf.account_id and f.id = mf.file_id
        where mf.account_id = m.account_id and mf.message_id = m.id and m.moved_to is null), '[]') as files
    from ticket_message m left join person p on p.id = m.author_id`;

/** The conversation, the earliest first; internal notes only for the provider, by the table's own policy. */
export async function messagePage(
  tx: Tx,
  {
    accountId,
    ticketId,
    limit,
    after,
    since,
  }: { accountId: string; ticketId: string; limit: number; after?: string | undefined; since?: string | undefined },
): Promise<{ rows: Message[]; next?: string }> {
  const [at, id] = readCursor(after, ['instant', 'id']) ?? [];
  const beyond =
    at === undefined || id === undefined ? empty : sql`and (m.at, m.id) > (${at}::timestamptz, ${id}::uuid)`;
  const rows = await tx.rows<Message>(sql`${messages}
    where m.account_id = ${accountId} and m.ticket_id = ${ticketId} ${since === undefined ? empty : sql`and m.at >= ${since}::timestamptz`} ${beyond}
    order by m.at, m.id limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last ? { rows: shown, next: cursorOf([last.at, last.id]) } : { rows: shown };
}

/** One message; undefined where there is none that the transaction may see. */
export async function messageById(tx: Tx, accountId: string, messageId: string): Promise<Message | undefined> {
  return tx.first<Message>(sql`${messages} where m.account_id = ${accountId} and m.id = ${messageId}`);
}
