/** Rows into a table as PostgreSQL's own bulk format, which costs it a fraction of what statements do. */
import type { Client } from 'pg';
import { fillTable } from '../../packages/server/src/backup/load-store.ts';

export type Value = string | number | boolean | null;
export type Rows = { readonly table: string; readonly columns: string; readonly rows: readonly (readonly Value[])[] };

/** Adds rows whose values stand in the order of `columns`. */
export async function copyRows(client: Client, { table, columns, rows }: Rows): Promise<void> {
  await fillTable(client, { name: table, columns: columns.split(/,\s+/) }, textOfRows(rows));
}

async function* textOfRows(rows: Rows['rows']): AsyncIterable<Buffer> {
  yield Buffer.from(rows.map((row) => `${row.map(textOf).join('\t')}\n`).join(''));
}

const SPECIAL = /[\\\n\r\t]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function textOf(value: Value): string {
  if (value === null) return '\\N';
  return typeof value === 'string' ? value.replace(SPECIAL, (found) => ESCAPED[found] ?? found) : String(value);
}

/** Epoch seconds as PostgreSQL reads them, and as the server shows them. */
export function instantText(seconds: number | null): string | null {
  return seconds === null ? null : `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
