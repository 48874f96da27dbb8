/** Rows into a table in PostgreSQL's own bulk format, which costs it a fraction of what statements do. */
import type { Client } from 'pg';
import { copyInto } from '../../packages/server/src/backup/load-store.ts';
import { addRow, beginRows, type Encode, ENCODERS, endRows, type Value } from './binary-row.ts';

export type { Value };
export type Rows = { readonly table: string; readonly columns: string; readonly rows: readonly (readonly Value[])[] };
/** How the columns of a table are written, by table and name. */
export type Columns = ReadonlyMap<string, Encode>;

/** Asks the database for the types of all columns of these tables. */
export async function columnsOf(owner: Client, tables: readonly string[]): Promise<Columns> {
  const { rows } = await owner.query<{ name: string; type: string }>(
    `select attrelid::regclass || '.' || attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = any ($1::regclass[]) and attnum > 0 and not attisdropped`,
    [tables],
  );
  return new Map(rows.flatMap(({ name, type }) => (ENCODERS[type] ? [[name, ENCODERS[type]]] : [])));
}

/** Adds rows whose values stand in the order of `columns`. */
export async function copyRows(client: Client, known: Columns, { table, columns, rows }: Rows): Promise<void> {
  const encoders = columns.split(/,\s+/).map((column) => {
    const encode = known.get(`${table}.${column}`);
    if (!encode) throw new Error(`How ${table}.${column} is written is not known.`);
    return encode;
  });
  const gathered = beginRows();
  for (const row of rows) addRow(gathered, encoders, row);
  await copyInto(client, `copy ${table} (${columns}) from stdin with (format binary)`, once(endRows(gathered)));
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Epoch seconds as the server shows them. */
export function instantText(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
