/**
 * Reads of the ledger, straight to the shapes of the contract. Lists are written as JSON by PostgreSQL, but for the names,
 * which are kept: they are hot.
 */
import { hash } from 'node:crypto';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { zuluIn } from '../platform/database/zulu-in.ts';
import { namesOf, type OfContract } from './contract-names-views.ts';

type Obligation = Gives<'GET /accounts/:accountId/obligations'>['rows'][number];
type Ledger = Gives<'GET /accounts/:accountId/ledger'>;

/** Whole seconds, so that no rounding is left to anybody. */
const instant = (column: string) => raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

const shapeWith = (
  at: (column: string) => Sql,
) => sql`o.id, o.account_id as "accountId", o.contract_id as "contractId", o.promise, o.title, o.form, o.side, o.role, o.subject_id as "subjectId", o.subject, o.cycle, o.turn, o.state,
  ${at('o.opened_at')} as "openedAt", ${at('o.due_at')} as "dueAt", ${at('o.warned_at')} as "warnedAt",
  ${at('o.met_at')} as "metAt", ${at('o.breached_at')} as "breachedAt", ${at('o.ended_at')} as "endedAt",
  t.reference as ticket, coalesce(case when (select scope_is_provider()) then t.escalated else t.escalated_openly end, false) as "ticketEscalated",
  coalesce(t.waits_for_approval, false) as "ticketWaitsForApproval",
  o.because, o.severity, o.counted, o.least, o.most, o.unit`;
const shape = sql`${shapeWith(instant)}, a.name as account, a.zone as "accountZone", c.name as contract`;
/** As PostgreSQL writes instants by itself, in a fraction of the time: `zuluIn` turns "+00:00" into "Z". */
const hotShape = shapeWith((column) => raw(column));
/** As json_agg writes it; texts hold no line break that is not escaped. */
const BETWEEN_ROWS = ', \n ';

const joined = sql`join account a on a.account_id = o.account_id join contract c on c.account_id = o.account_id and c.id = o.contract_id`;
const withTicket = (accountId: Sql) => sql`left join ticket t on t.account_id = ${accountId} and t.id = o.subject_id`;

/** What settled things are ordered by, and what is due. */
const settledAt = raw('coalesce(o.met_at, o.breached_at, o.ended_at, o.due_at, o.opened_at)');

export type ObligationFilter = {
  readonly state?: string | undefined;
  readonly show: 'due' | 'settled' | 'all';
  readonly promise?: string | undefined;
  readonly contractId?: string | undefined;
  readonly side?: string | undefined;
  readonly month?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly metBy?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

/** One page of an account's obligations, as JSON. */
export function obligationPage(tx: Tx, accountId: string, filter: ObligationFilter): Promise<string> {
  const { state, show, promise, contractId, side, month, subjectId, metBy, limit, after } = filter;
  const where = sql`o.account_id = ${accountId}
    ${state === undefined ? empty : sql`and o.state = ${state}`}
    ${show === 'due' ? sql`and o.state in ('open', 'paused')` : show === 'settled' ? sql`and o.state not in ('open', 'paused', 'void')` : empty}
    ${promise === undefined ? empty : sql`and o.promise = ${promise}`}
    ${contractId === undefined ? empty : sql`and o.contract_id = ${contractId}`}
    ${side === undefined ? empty : sql`and o.side = ${side}`}
    ${subjectId === undefined ? empty : sql`and o.subject_id = ${subjectId}`}
    ${metBy === undefined ? empty : sql`and o.evidence_id = ${metBy} and o.state = 'met'`}
    ${month === undefined ? empty : sql`and to_char(${settledAt} at time zone (select zone from account where account_id = ${accountId}), 'YYYY-MM') = ${month}`}`;
  return page(tx, where, show === 'due' ? BY_DUE_IF_ANY : LATEST_SETTLED, limit, after, accountId);
}

export type TodayFilter = {
  readonly mine: boolean;
  readonly accountId?: string | undefined;
  readonly side: 'provider' | 'customer';
  readonly limit: number;
  readonly after?: string | undefined;
};

/** What is owed in all accounts that the transaction sees, by next due, as JSON. */
export function todayPage(tx: Tx, { mine, accountId, side, limit, after }: TodayFilter): Promise<string> {
  const me = tx.actor.personId ?? null;
  const own =
    side === 'provider'
      ? sql`and (exists (select from role_assignment r where r.account_id = o.account_id and r.contract_id = o.contract_id and r.side = 'provider' and r.role = o.role and r.person_id = ${me})
      or exists (select from account_team t where t.account_id = o.account_id and t.role = o.role and t.person_id = ${me}))`
      : sql`and (exists (select from role_assignment r where r.account_id = o.account_id and r.side = 'provider' and r.person_id = ${me})
      or exists (select from account_team t where t.account_id = o.account_id and t.person_id = ${me}))`;
  // The provider's side is written out, for the index of this very list to be found.
  const owed =
    side === 'provider'
      ? sql`o.state = 'open' and o.side = 'provider' and o.due_at is not null`
      : sql`o.state = 'open' and o.side = 'customer'`;
  const where = sql`${owed}
    ${accountId === undefined ? empty : sql`and o.account_id = ${accountId}`}
    ${mine ? own : empty}`;
  // Much of what customers owe has no deadline, and all the same somebody waits for it.
  return page(tx, where, side === 'provider' ? BY_DUE : BY_DUE_IF_ANY, limit, after, accountId);
}

/** What a list is ordered by: in the statement, and as a row shows it, for the cursor after that row. */
type Order = {
  readonly by: Sql;
  readonly ascending: boolean;
  readonly at: (row: Obligation) => string | null;
};

const BY_DUE: Order = { by: raw('o.due_at'), ascending: true, at: ({ dueAt }) => dueAt };
const BY_DUE_IF_ANY: Order = {
  by: raw(`coalesce(o.due_at, 'infinity'::timestamptz)`),
  ascending: true,
  at: ({ dueAt }) => dueAt ?? 'infinity',
};
const LATEST_SETTLED: Order = {
  by: settledAt,
  ascending: false,
  at: ({ metAt, breachedAt, endedAt, dueAt, openedAt }) => metAt ?? breachedAt ?? endedAt ?? dueAt ?? openedAt,
};

type Page = { json: string | null; edition: string | null };

/** `accountId`: of all rows, where it is known. */
async function page(
  tx: Tx,
  where: Sql,
  order: Order,
  limit: number,
  after: string | undefined,
  accountId: string | undefined,
): Promise<string> {
  const [at, id] = readCursor(after, ['instant', 'id']) ?? [];
  const beyond =
    at === undefined || id === undefined
      ? empty
      : sql`and (${order.by}, o.id) ${raw(order.ascending ? '>' : '<')} (${at}::timestamptz, ${id}::uuid)`;
  const direction = raw(order.ascending ? 'asc' : 'desc');
  // One row more than is shown says whether there is more. It is written out: a plan that knows no number would be made
  // anew at each call.
  const asked = raw(String(limit + 1));
  const statement = sql`
    select json_agg(r)::text as json, (select edition from names_edition) as edition
    from (select ${hotShape} from (select o.*, ${order.by} as ordered from obligation o where ${where} ${beyond} order by ordered ${direction}, o.id ${direction} limit ${asked}) o
      ${withTicket(accountId === undefined ? raw('o.account_id') : sql`${accountId}`)} order by o.ordered ${direction}, o.id ${direction}) r`;
  // The same filters make the same statement, which each connection plans once.
  const [row] = await tx.alone<Page>(`page ${hash('sha1', statement.text, 'base64')}`, statement);
  if (!row || row.json === null) return '{"rows":[]}';
  const rows = row.json.slice(1, -1).split(BETWEEN_ROWS);
  const contracts = rows.map(contractOf);
  const names = await namesOf(tx, row.edition, contracts);
  const shown = rows.slice(0, limit).map((text, i) => named(text, names.get(contracts[i]?.contractId ?? '')));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const next = last === undefined ? '' : `,"next":${JSON.stringify(cursorAfter(last, order))}`;
  return `{"rows":[${zuluIn(shown.join(','))}]${next}}`;
}

/** A row with the names of its contract. */
function named(row: string, names: string | undefined): string {
  if (names === undefined) throw new Error('An obligation was read whose contract could not be.');
  return `{${names},${row.slice(1)}`;
}

const ID = 36;
const ACCOUNT = '{"id":"'.length + ID + '","accountId":"'.length;
const CONTRACT = ACCOUNT + ID + '","contractId":"'.length;

/** A row begins with three ids, each as long as the others. */
function contractOf(row: string): OfContract {
  return { accountId: row.slice(ACCOUNT, ACCOUNT + ID), contractId: row.slice(CONTRACT, CONTRACT + ID) };
}

function cursorAfter(row: string, order: Order): string {
  // The row is what the statement above selects.
  const last = JSON.parse(zuluIn(row)) as Obligation;
  return cursorOf([order.at(last), last.id]);
}

/** One obligation; undefined where there is none that the transaction may see. */
export function obligationById(tx: Tx, accountId: string, obligationId: string): Promise<Obligation | undefined> {
  return tx.first<Obligation>(
    sql`select ${shape} from obligation o ${joined} ${withTicket(sql`${accountId}`)} where o.account_id = ${accountId} and o.id = ${obligationId}`,
  );
}

/** Kept, due, broken and waived, in all, by promise and by the month of settling in the account's zone. */
export async function ledgerOf(
  tx: Tx,
  accountId: string,
  filter: { readonly contractId?: string | undefined; readonly side?: string | undefined },
): Promise<Ledger> {
  const where = sql`o.account_id = ${accountId} ${filter.contractId === undefined ? empty : sql`and o.contract_id = ${filter.contractId}`}
    ${filter.side === undefined ? empty : sql`and o.side = ${filter.side}`}`;
  const counts =
    raw(`count(*) filter (where o.state = 'met')::int as kept, count(*) filter (where o.state in ('open', 'paused'))::int as due,
    count(*) filter (where o.state = 'breached')::int as broken, count(*) filter (where o.state = 'waived')::int as waived`);
  const promises = await tx.rows<
    Ledger['promises'][number]
  >(sql`select o.promise, max(o.title) as title, o.contract_id as "contractId", c.name as contract, o.side, ${counts},
      ${instant("min(o.due_at) filter (where o.state = 'open')")} as "nextDueAt"
    from obligation o ${joined} where ${where} group by o.promise, o.contract_id, c.name, o.side order by c.name, o.contract_id, min(o.opened_at), o.promise`);
  const months = await tx.rows<
    Ledger['months'][number]
  >(sql`select to_char(${settledAt} at time zone a.zone, 'YYYY-MM') as month,
      count(*) filter (where o.state = 'met')::int as kept, count(*) filter (where o.state = 'breached')::int as broken, count(*) filter (where o.state = 'waived')::int as waived
    from obligation o ${joined} where ${where} and o.state in ('met', 'breached', 'waived') group by 1 order by 1`);
  const sum = (column: 'kept' | 'due' | 'broken' | 'waived') => promises.reduce((total, row) => total + row[column], 0);
  return { kept: sum('kept'), due: sum('due'), broken: sum('broken'), waived: sum('waived'), promises, months };
}
