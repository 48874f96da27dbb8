/** Reads of tickets, straight to the shapes of the contract. */
import sql, { empty } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { whoOf } from '../platform/database/written-shapes.ts';
import { zuluIn } from '../platform/database/zulu-in.ts';
import { agreedStateOf } from '../terms/index.ts';
import type { Ids } from './ids.ts';
import { namesBeside, type NamesBeside } from './kept-names-views.ts';
import { namedIn, shownRow, ticketRow } from './ticket-row-views.ts';

type Shown = Gives<'GET /accounts/:accountId/tickets/:ticketId'>;
type TicketRow = Gives<'GET /tickets'>['rows'][number];
type Message = Gives<'GET /accounts/:accountId/tickets/:ticketId/messages'>['rows'][number];

/** Whether there is such a ticket that the transaction may see. */
export async function isThere(tx: Tx, { accountId, ticketId }: Ids): Promise<boolean> {
  const [row] = await tx.prepared(
    'is-ticket-there',
    sql`select true as there from ticket where account_id = ${accountId} and id = ${ticketId}`,
  );
  return row !== undefined;
}

export type TicketFound = Omit<Shown, 'description' | 'severityName' | 'mayChange'>;
type Read = Pick<TicketFound, 'waitsFor' | 'endedAt' | 'endedBecause' | 'channel'> & {
  row: string;
  mergedInto: string | null;
  isRelated: boolean;
  followers: readonly string[];
  edition: string | null;
  agreedState: string | null;
};

/**
 * One ticket, and what its account agreed as one mark (`termsInState`); undefined where there is none that the transaction may
 * see. What few tickets have is asked of those alone: each protected table takes PostgreSQL longer to begin with than to read.
 */
export async function ticketById(
  tx: Tx,
  accountId: string,
  ticketId: string,
  how: 'alone' | 'prepared' = 'prepared',
): Promise<{ readonly ticket: TicketFound; readonly agreedState: string | null } | undefined> {
  const [found] = await tx[how]<Read>(
    'ticket-by-id',
    sql`select row_to_json(r)::text as row, t.waits_for as "waitsFor", t.ended_at as "endedAt", t.ended_because as "endedBecause", t.channel,
      t.merged_into as "mergedInto", (select edition from names_edition) as edition, ${agreedStateOf('a')} as "agreedState",
      exists (select from ticket_relation where account_id = t.account_id and (ticket_id = t.id or other_id = t.id)) as "isRelated",
      array(select person_id::text from ticket_follower f where f.account_id = t.account_id and f.ticket_id = t.id) as followers
    from ticket t join account a on a.account_id = t.account_id cross join lateral (select ${ticketRow}) r
    where t.account_id = ${accountId} and t.id = ${ticketId}`,
  );
  if (!found) return undefined;
  const { row, mergedInto, isRelated, followers, edition, agreedState, ...more } = found;
  const ids = namedIn([row]);
  const names = await namesBeside(tx, edition, { ...ids, people: new Set([...ids.people, ...followers]) });
  const related = isRelated || mergedInto !== null ? await relatedTo(tx, accountId, ticketId) : NOTHING_RELATED;
  const ticket: TicketFound = {
    // What the row's statement and shownRow() make together.
    ...(JSON.parse(zuluIn(shownRow(row, names))) as TicketRow),
    ...more,
    ...related,
    following: tx.actor.personId !== undefined && followers.includes(tx.actor.personId),
    followers: followersFor(tx, followers, names.people),
  };
  return { ticket, agreedState };
}

/** By name. Customers do not see who of the staff follows: an internal note may have named them. */
function followersFor({ actor }: Tx, ids: readonly string[], people: NamesBeside['people']): TicketFound['followers'] {
  return ids
    .flatMap((id) => {
      const person = people.get(id);
      return person && (actor.side === 'provider' || person.more === 'customer') ? [{ id, name: person.name }] : [];
    })
    .toSorted((a, b) => BY_NAME.compare(a.name, b.name));
}

const BY_NAME = new Intl.Collator('und');

type Related = Pick<TicketFound, 'mergedInto' | 'relations'>;
const NOTHING_RELATED: Related = { mergedInto: null, relations: [] };

async function relatedTo(tx: Tx, accountId: string, ticketId: string): Promise<Related> {
  const [found] = await tx.prepared<Related>(
    'related-to-ticket',
    sql`select coalesce((select json_agg(json_build_object('id', x.id, 'reference', x.reference, 'subject', x.subject, 'state', x.state, 'says', r.says) order by x.reference)
        from (select other_id, says from ticket_relation w where w.account_id = t.account_id and w.ticket_id = t.id
          union all select ticket_id, case says when 'caused-by' then 'causes' when 'split-from' then 'split-into' else says end
            from ticket_relation w where w.account_id = t.account_id and w.other_id = t.id) r
        join ticket x on x.account_id = t.account_id and x.id = r.other_id), '[]') as relations,
      case when m.id is not null then json_build_object('id', m.id, 'reference', m.reference, 'subject', m.subject) end as "mergedInto"
    from ticket t left join ticket m on m.account_id = t.account_id and m.id = t.merged_into
    where t.account_id = ${accountId} and t.id = ${ticketId}`,
  );
  return found ?? NOTHING_RELATED;
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
