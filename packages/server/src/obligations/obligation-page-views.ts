/**
 * Pages of obligations as JSON. Which rows there are is asked each time, and what stands in them only where it is not known: a page
 * that is looked at again costs PostgreSQL half of what it did the first time.
 */
import { hash } from 'node:crypto';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { zuluIn } from '../platform/database/zulu-in.ts';
import { namesOf, type OfContract } from './contract-names-views.ts';
import { keepRows, keptRows, marksIn, type Mark } from './kept-rows.ts';
import { isEscalated, shapeWith, waitsForApproval, withTicket } from './obligation-shape-views.ts';

type Obligation = Gives<'GET /accounts/:accountId/obligations'>['rows'][number];

/** As PostgreSQL writes instants by itself, in a fraction of the time: `zuluIn` turns "+00:00" into "Z". */
const hotShape = shapeWith((column) => raw(column));
/** As json_agg writes it; texts hold no line break that is not escaped. */
const BETWEEN_ROWS = ', \n ';

/**
 * What settled things are ordered by, and what is due. Not coalesce(): a policy keeps that from the index, and every page before the one
 * that is asked for would be read.
 */
export const settledAt =
  raw(`case when o.met_at is not null then o.met_at when o.breached_at is not null then o.breached_at
  when o.ended_at is not null then o.ended_at when o.due_at is not null then o.due_at else o.opened_at end`);

/** What a list is ordered by: in the statement, and as a row shows it, for the cursor after that row. */
type Order = {
  readonly by: Sql;
  readonly ascending: boolean;
  readonly at: (row: Obligation) => string | null;
};

export const BY_DUE: Order = { by: raw('o.due_at'), ascending: true, at: ({ dueAt }) => dueAt };
export const BY_DUE_IF_ANY: Order = {
  by: raw(`case when o.due_at is null then 'infinity'::timestamptz else o.due_at end`),
  ascending: true,
  at: ({ dueAt }) => dueAt ?? 'infinity',
};
export const LATEST_SETTLED: Order = {
  by: settledAt,
  ascending: false,
  at: ({ metAt, breachedAt, endedAt, dueAt, openedAt }) => metAt ?? breachedAt ?? endedAt ?? dueAt ?? openedAt,
};

/** `accountId`: of all rows, where it is known. */
export async function page(
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
  const from = sql`(select o.*, o.xmin as made_by, o.ctid as place, ${order.by} as ordered from obligation o
    where ${where} ${beyond} order by ordered ${direction}, o.id ${direction} limit ${asked}) o
    ${withTicket(accountId === undefined ? raw('o.account_id') : sql`${accountId}`)}`;
  const inOrder = sql`order by o.ordered ${direction}, o.id ${direction}`;
  // Whoever looks again looks at the beginning.
  const isFirst = after === undefined;
  const { rows, marks, edition } =
    (isFirst ? await readAgain(tx, from, inOrder) : undefined) ?? (await readAnew(tx, from, inOrder, isFirst));
  const contracts = rows.map(contractOf);
  const names = await namesOf(tx, edition, contracts);
  const shown = rows.slice(0, limit).map((row, i) => whole(row, marks[i], names.get(contracts[i]?.contractId ?? '')));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const next = last === undefined ? '' : `,"next":${JSON.stringify(cursorAfter(last, order))}`;
  return `{"rows":[${shown.join(',')}]${next}}`;
}

type Read = { readonly rows: readonly string[]; readonly marks: readonly Mark[]; readonly edition: string | null };

const namesEdition = raw('(select edition from names_edition) as edition');
const marking = sql`concat(o.id, ' ', o.made_by, ' ', o.place, '|', coalesce(t.reference::text, 'null'), ' ',
  case when ${isEscalated} then 'true' else 'false' end, ' ', case when ${waitsForApproval} then 'true' else 'false' end) as mark`;

/** The same filters make the same statement, which each connection plans once. */
const nameOf = (statement: Sql) => hash('sha1', statement.text, 'base64');

/** Undefined where any of the rows is not kept as it stands. */
async function readAgain(tx: Tx, from: Sql, inOrder: Sql): Promise<Read | undefined> {
  const statement = sql`select string_agg(r.mark, ';') as marks, ${namesEdition} from (select ${marking} from ${from} ${inOrder}) r`;
  const [seen] = await tx.alone<Marked>(`marks ${nameOf(statement)}`, statement);
  const marks = marksIn(seen?.marks ?? null);
  const rows = keptRows(marks);
  return rows && { rows, marks, edition: seen?.edition ?? null };
}

async function readAnew(tx: Tx, from: Sql, inOrder: Sql, isKept: boolean): Promise<Read> {
  const statement = sql`select json_agg(r.row)::text as json, string_agg(r.mark, ';') as marks, ${namesEdition}
    from (select shown as row, ${marking} from ${from} cross join lateral (select ${hotShape}) shown ${inOrder}) r`;
  const [all] = await tx.alone<Marked & { json: string | null }>(`page ${nameOf(statement)}`, statement);
  if (!all || all.json === null) return { rows: [], marks: [], edition: null };
  const rows = all.json.slice(1, -1).split(BETWEEN_ROWS).map(zuluIn);
  const marks = marksIn(all.marks);
  if (isKept) keepRows(marks, rows);
  return { rows, marks, edition: all.edition };
}

type Marked = { readonly marks: string | null; readonly edition: string | null };

/** A row with its ticket and the names of its contract. */
function whole(row: string, mark: Mark | undefined, names: string | undefined): string {
  if (mark === undefined || names === undefined) throw new Error('An obligation was read whose contract could not be.');
  return `{${names},${mark.ticket},${row.slice(1)}`;
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
  const last = JSON.parse(row) as Obligation;
  return cursorOf([order.at(last), last.id]);
}
