/** Reads of tickets, straight to the shapes of the contract. */
import sql, { empty } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { utcOf, whoOf } from '../platform/database/written-shapes.ts';
import type { Ids } from './ids.ts';

type Shown = Gives<'GET /accounts/:accountId/tickets/:ticketId'>;
type Message = Gives<'GET /accounts/:accountId/tickets/:ticketId/messages'>['rows'][number];

/** Customers see neither queues nor who of the staff follows: an internal note may have named them; and of escalations what is shared. */
export const ticketShape = sql`t.id, t.reference, t.account_id as "accountId", a.name as account, a.zone as "accountZone", t.kind, t.subject,
  t.contract_id as "contractId", c.name as contract, pr.name as product, t.state, t.severity, t.side,
  ${whoOf('requester')} as requester, ${whoOf('assignee')} as assignee, case when (select scope_is_provider()) then t.queue end as queue, ${utcOf('t.received_at')} as "receivedAt",
  ${utcOf('t.acknowledged_at')} as "acknowledgedAt", ${utcOf('t.last_at')} as "lastAt", t.last_side as "lastSide", t.breached,
  case when (select scope_is_provider()) then t.escalated else t.escalated_openly end as escalated, t.waits_for_approval as "waitsForApproval",
  case when t.state = 'open' and t.next_due_at is not null then json_build_object('obligationId', t.next_obligation_id, 'title', o.title,
    'dueAt', ${utcOf('t.next_due_at')}) end as next, t.version`;
/** What the shape reads beside the ticket, each by its key: PostgreSQL would rather read all accounts for a page of tickets. */
export const besideTicket = sql`left join lateral (select name, zone from account where account_id = t.account_id offset 0) a on true
  left join lateral (select name from contract where account_id = t.account_id and id = t.contract_id offset 0) c on true
  left join product pr on pr.id = t.product_id
  left join person requester on requester.id = t.requester_id
  left join person assignee on assignee.id = t.assignee_id
  left join lateral (select title from obligation where account_id = t.account_id and id = t.next_obligation_id offset 0) o on true`;

/** Whether there is such a ticket that the transaction may see. */
export async function isThere(tx: Tx, { accountId, ticketId }: Ids): Promise<boolean> {
  const [row] = await tx.prepared(
    'is-ticket-there',
    sql`select true as there from ticket where account_id = ${accountId} and id = ${ticketId}`,
  );
  return row !== undefined;
}

export type TicketFound = Omit<Shown, 'description' | 'severityName' | 'mayChange'>;

/** One ticket; undefined where there is none that the transaction may see. */
export async function ticketById(tx: Tx, accountId: string, ticketId: string): Promise<TicketFound | undefined> {
  const [row] = await tx.prepared<TicketFound>(
    'ticket-by-id',
    sql`select ${ticketShape}, t.waits_for as "waitsFor", ${utcOf('t.ended_at')} as "endedAt", t.ended_because as "endedBecause",
      coalesce((select json_agg(json_build_object('id', x.id, 'reference', x.reference, 'subject', x.subject, 'state', x.state, 'says', r.says) order by x.reference)
        from (select other_id, says from ticket_relation w where w.account_id = t.account_id and w.ticket_id = t.id
          union all select ticket_id, case says when 'caused-by' then 'causes' when 'split-from' then 'split-into' else says end
            from ticket_relation w where w.account_id = t.account_id and w.other_id = t.id) r
        join ticket x on x.account_id = t.account_id and x.id = r.other_id), '[]') as relations,
      t.channel, case when m.id is not null then json_build_object('id', m.id, 'reference', m.reference, 'subject', m.subject) end as "mergedInto",
      exists (select from ticket_follower f where f.account_id = t.account_id and f.ticket_id = t.id and f.person_id = ${tx.actor.personId ?? null}) as following,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name) from ticket_follower f join person p on p.id = f.person_id
        where f.account_id = t.account_id and f.ticket_id = t.id and (p.side = 'customer' or (select scope_is_provider()))), '[]') as followers
    from ticket t ${besideTicket} left join ticket m on m.account_id = t.account_id and m.id = t.merged_into
    where t.account_id = ${accountId} and t.id = ${ticketId}`,
  );
  return row;
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
  const rows = await tx.prepared<Message>(
    `messages-of-ticket${since === undefined ? '' : '-since'}${beyond === empty ? '' : '-after'}`,
    sql`${messages}
      where m.account_id = ${accountId} and m.ticket_id = ${ticketId} ${since === undefined ? empty : sql`and m.at >= ${since}::timestamptz`} ${beyond}
      order by m.at, m.id limit ${limit + 1}`,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last ? { rows: shown, next: cursorOf([last.at, last.id]) } : { rows: shown };
}

/** One message; undefined where there is none that the transaction may see. */
export async function messageById(tx: Tx, accountId: string, messageId: string): Promise<Message | undefined> {
  const [row] = await tx.prepared<Message>(
    'message-by-id',
    sql`${messages} where m.account_id = ${accountId} and m.id = ${messageId}`,
  );
  return row;
}
