/** Lists of tickets, as PostgreSQL writes them, with the names beside them. */
import { hash } from 'node:crypto';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { zuluIn } from '../platform/database/zulu-in.ts';
import { namesBeside } from './kept-names-views.ts';
import { type Among, searched } from './searched-views.ts';
import { namedIn, shownRow, ticketRow } from './ticket-row-views.ts';

/** Of a search; beyond them counting takes longer than anybody waits. */
const MOST_COUNTED = 10_000;

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
  readonly escalated?: boolean | undefined;
  readonly waitsForApproval?: boolean | undefined;
  /** Words of subject or conversation, or a reference. */
  readonly search?: string | undefined;
};

export type TicketFilter = Chosen & {
  readonly order: 'next' | 'latest';
  readonly limit: number;
  readonly after?: string | undefined;
};

/** One page as JSON: by the next clock to breach, or the latest happening first. */
export async function ticketPage(tx: Tx, filter: TicketFilter): Promise<string> {
  const { limit, order, search } = filter;
  const { rows, edition } = await searched(tx, search, (among) => readPage(tx, filter, among));
  const asShown = rows.slice(0, limit);
  const names = await namesBeside(tx, edition, namedIn(asShown));
  const last = rows.length > limit ? asShown.at(-1) : undefined;
  const next = last === undefined ? '' : `,"next":${JSON.stringify(cursorAfter(last, order === 'next'))}`;
  return `{"rows":[${zuluIn(asShown.map((row) => shownRow(row, names)).join(','))}]${next}}`;
}

type Page = { readonly rows: readonly string[]; readonly edition: string | null; readonly isMany: boolean };

/** One row more than is shown says whether there is more. */
async function readPage(tx: Tx, filter: TicketFilter, among: Among): Promise<Page> {
  const { order, limit, after } = filter;
  const byNext = order === 'next';
  const [at, id] = readCursor(after, ['instant', 'id']) ?? [];
  const ordered = byNext
    ? raw(`case when t.next_due_at is null then 'infinity'::timestamptz else t.next_due_at end`)
    : raw('t.last_at');
  const direction = raw(byNext ? 'asc' : 'desc');
  const beyond =
    at === undefined || id === undefined
      ? empty
      : sql`and (${ordered}, t.id) ${raw(byNext ? '>' : '<')} (${at}::timestamptz, ${id}::uuid)`;
  // The number is written out: a plan that knows none would be made anew at each call.
  const asked = raw(String(limit + 1));
  const firstOf = (
    where: Sql,
  ) => sql`select t.*, ${ordered} as ordered from ${among.tickets} where ${where} ${among.so} ${beyond}
    order by ordered ${direction}, t.id ${direction} limit ${asked}`;
  // What is open and what has ended have an index each.
  const page =
    byNext && filter.state === undefined && among.byTickets
      ? sql`select * from ((${firstOf(chosen(tx, { ...filter, state: 'open' }))}) union all (${firstOf(chosen(tx, { ...filter, state: 'ended' }))})) t
          order by ordered, id limit ${asked}`
      : firstOf(chosen(tx, filter));
  const statement = sql`${among.given} select string_agg(row_to_json(r)::text, ${raw(`E'\\n'`)}) as rows,
      (select edition from names_edition) as edition, ${among.isMany} as "isMany"
    from (select ${ticketRow} from (${page}) t order by t.ordered ${direction}, t.id ${direction}) r`;
  type Read = { rows: string | null; edition: string | null; isMany: boolean };
  const [found] = among.isPlannedAnew
    ? await tx.rows<Read>(statement)
    : // The same filters make the same statement, which each connection plans once.
      await tx.alone<Read>(`tickets ${hash('sha1', statement.text, 'base64')}`, statement);
  return { rows: found?.rows?.split('\n') ?? [], edition: found?.edition ?? null, isMany: found?.isMany === true };
}

function cursorAfter(row: string, byNext: boolean): string {
  // The row is what the statement above selects.
  const { id, lastAt, dueAt } = JSON.parse(zuluIn(row)) as { id: string; lastAt: string; dueAt: string | null };
  return cursorOf([byNext ? (dueAt ?? 'infinity') : lastAt, id]);
}

export type Count = { readonly count: number; readonly hasMore?: true };

/** How many tickets each of these chooses; without a search, all counted in one statement. */
export async function countTickets(tx: Tx, filters: readonly Chosen[]): Promise<Count[]> {
  const plain = filters.filter(({ search }) => search === undefined);
  const counted = new Map<Chosen, Count>();
  for (const [i, count] of (await countPlain(tx, plain)).entries()) counted.set(plain[i] ?? {}, { count });
  for (const filter of filters) if (filter.search !== undefined) counted.set(filter, await countFound(tx, filter));
  return filters.map((filter) => counted.get(filter) ?? { count: 0 });
}

async function countFound(tx: Tx, filter: Chosen): Promise<Count> {
  type Read = { count: number; hasMore: boolean; isMany: boolean };
  const { count, hasMore } = await searched(tx, filter.search, async ({ given, tickets, so, ...among }) => {
    const statement = sql`${given} select count(*)::int as count, ${among.hasMore} as "hasMore", ${among.isMany} as "isMany"
      from (select from ${tickets} where ${chosen(tx, filter)} ${so} limit ${MOST_COUNTED + 1}) t`;
    return (await tx.first<Read>(statement)) ?? { count: 0, hasMore: false, isMany: false };
  });
  if (count > MOST_COUNTED) return { count: MOST_COUNTED, hasMore: true };
  return hasMore ? { count, hasMore } : { count };
}

async function countPlain(tx: Tx, filters: readonly Chosen[]): Promise<number[]> {
  if (filters.length === 0) return [];
  const [{ accountId } = {}] = filters;
  // No index chooses these: what is open is looked through once for all of them.
  const together = filters.filter((one) => isOfMany(one) && one.accountId === accountId);
  const counts = filters.map((filter) =>
    together.includes(filter)
      ? raw(`open_${together.indexOf(filter)}`)
      : sql`(select count(*) from ticket t where ${chosen(tx, filter)})`,
  );
  const ofOpen = together.map((one, i) => sql`count(*) filter (where ${chosen(tx, one)}) as ${raw(`open_${i}`)}`);
  const open =
    ofOpen.length === 0
      ? empty
      : sql`from (select ${join(ofOpen)} from ticket t where ${chosen(tx, { accountId, state: 'open' })}) open`;
  const row = await tx.first<{ counts: number[] }>(sql`select json_build_array(${join(counts)}) as counts ${open}`);
  return row?.counts ?? [];
}

function isOfMany({ state, assignee, escalated, waitsForApproval }: Chosen): boolean {
  const isMarked = escalated === true || waitsForApproval === true;
  return state === 'open' && !isMarked && (assignee === undefined || assignee === 'nobody');
}

function chosen(tx: Tx, filter: Chosen): Sql {
  const { accountId, state, kind, severity, side, assignee, queue, breached } = filter;
  const me = tx.actor.personId ?? null;
  // Customers know of what is shared alone.
  const escalated = tx.actor.side === 'customer' ? raw('t.escalated_openly') : raw('t.escalated');
  return sql`true
    ${ofAccounts(tx, accountId)}
    ${state === undefined ? empty : inState(state)}
    ${kind === undefined ? empty : sql`and t.kind = ${kind}`}
    ${severity === undefined ? empty : sql`and t.severity = ${severity}`}
    ${side === undefined ? empty : withSide(side)}
    ${queue === undefined ? empty : sql`and t.queue = ${queue} and (select scope_is_provider())`}
    ${breached === undefined ? empty : sql`and t.breached = ${breached}`}
    ${isSo(escalated, filter.escalated)}
    ${isSo(raw('t.waits_for_approval'), filter.waitsForApproval)}
    ${assignee === undefined ? empty : assignee === 'nobody' ? sql`and t.assignee_id is null` : sql`and t.assignee_id = ${assignee === 'me' ? me : assignee}`}`;
}

/** The policy says so as well, but it leads PostgreSQL to no index that begins with the account. */
function ofAccounts({ actor: { accounts } }: Tx, wanted: string | undefined): Sql {
  const [only, ...more] = wanted === undefined && accounts !== 'all' ? accounts : [wanted];
  if (more.length > 0) return sql`and t.account_id = any (${accounts}::uuid[])`;
  return only === undefined ? empty : sql`and t.account_id = ${only}`;
}

/** Written out, for the index of the few that are so to be found. */
function isSo(mark: Sql, wanted: boolean | undefined): Sql {
  if (wanted === undefined) return empty;
  return wanted ? sql`and ${mark}` : sql`and not ${mark}`;
}

/** The customer's is written out, for the index of the few that wait for one to be found. */
function withSide(side: string): Sql {
  return side === 'customer' ? sql`and t.side = 'customer'` : sql`and t.side = ${side}`;
}

/** What is open is written out, and what is not, for their indexes to be found. */
function inState(state: string): Sql {
  if (state === 'open') return sql`and t.state = 'open'`;
  return state === 'ended' ? sql`and t.state <> 'open'` : sql`and t.state <> 'open' and t.state = ${state}`;
}
