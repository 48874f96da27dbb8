/** Rows into tables in PostgreSQL's own bulk format, which costs it a fraction of what statements do. */
import type { Client } from 'pg';
import { copyInto } from '../../packages/server/src/backup/load-store.ts';
import { addRow, beginRows, type Encode, ENCODERS, endRows, type Gathered, type Value } from './binary-row.ts';

export type { Value };
/** Rows are made as they are asked for, so that no more than one of them is there at a time. */
export type Rows = { readonly table: string; readonly columns: string; readonly rows: Iterable<readonly Value[]> };
/** How the columns of a table are written, by table and name. */
export type Columns = ReadonlyMap<string, Encode>;
/** What is to be written, by table in their order. Its room is used again and again. */
export type Gathering = Map<string, Gathered & { readonly columns: string; readonly encoders: readonly Encode[] }>;

/** Asks the database for the types of all columns of these tables. */
export async function columnsOf(owner: Client, tables: readonly string[]): Promise<Columns> {
  const { rows } = await owner.query<{ name: string; type: string }>(
    `select attrelid::regclass || '.' || attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = any ($1::regclass[]) and attnum > 0 and not attisdropped`,
    [tables],
  );
  return new Map(rows.flatMap(({ name, type }) => (ENCODERS[type] ? [[name, ENCODERS[type]]] : [])));
}

/** Adds rows whose values stand in the order of `columns`, which are the same each time. */
export function gatherRows(gathering: Gathering, known: Columns, { table, columns, rows }: Rows): void {
  const own = gathering.get(table) ?? { ...beginRows(), columns, encoders: encodersOf(known, table, columns) };
  gathering.set(table, own);
  for (const row of rows) addRow(own, own.encoders, row);
}

function encodersOf(known: Columns, table: string, columns: string): Encode[] {
  return columns.split(/,\s+/).map((column) => {
    const encode = known.get(`${table}.${column}`);
    if (!encode) throw new Error(`How ${table}.${column} is written is not known.`);
    return encode;
  });
}

/** Writes what was gathered, in one transaction. */
export async function copyGathered(client: Client, gathering: Gathering): Promise<void> {
  await client.query('begin');
  for (const [table, own] of gathering)
    await copyInto(client, `copy ${table} (${own.columns}) from stdin with (format binary)`, once(endRows(own)));
  await client.query('commit');
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Epoch seconds as the server shows them. */
export function instantText(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
