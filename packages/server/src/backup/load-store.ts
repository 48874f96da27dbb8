/** What a restore writes: all in one transaction, so that there is either everything or nothing. */
import { pipeline } from 'node:stream/promises';
import pg, { type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { SEE_EVERYTHING, tablesOf, type SequenceValue, type TableColumns } from './snapshot-views.ts';

/** The first table that has a row; undefined where the database is empty. */
export async function firstTableWithRows(client: Client): Promise<string | undefined> {
  for (const { name } of await tablesOf(client)) {
    const { rows } = await client.query(`select from public.${pg.escapeIdentifier(name)} limit 1`);
    if (rows.length > 0) return name;
  }
  return undefined;
}

/** Begins to look at, or to fill, a database as its owner. */
export async function beginAsOwner(client: Client): Promise<void> {
  await client.query('begin');
  await client.query(SEE_EVERYTHING);
}

type Ready = { readonly makeFast: () => Promise<void> };

/**
 * Puts the tables into a state in which rows come in any order, and gives back what undoes it. Foreign keys are dropped and
 * made anew, which checks all rows at once: ordering tables would not help a row that names another of its own table, and
 * switching triggers off for good takes a superuser. COPY does not fill a table whose policies hold for who copies.
 */
export async function makeLoadable(client: Client): Promise<Ready> {
  const { rows: tables } = await client.query<{ name: string; forced: boolean }>(`
    select c.oid::regclass::text as name, c.relforcerowsecurity as forced from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.oid`);
  const { rows: keys } = await client.query<{ on: string; name: string; says: string }>(`
    select conrelid::regclass::text as "on", quote_ident(conname) as name, pg_get_constraintdef(oid) as says from pg_constraint
    where connamespace = 'public'::regnamespace and contype = 'f' and conparentid = 0 order by oid`);
  // Whoever comes now waits, and then finds everything.
  await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access exclusive mode`);
  const forced = tables.filter((table) => table.forced);
  for (const { on, name } of keys) await client.query(`alter table ${on} drop constraint ${name}`);
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
  for (const { name } of forced) await client.query(`alter table ${name} no force row level security`);
  return {
    makeFast: async () => {
      for (const { name } of forced) await client.query(`alter table ${name} force row level security`);
      for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
      for (const { on, name, says } of keys) await client.query(`alter table ${on} add constraint ${name} ${says}`);
    },
  };
}

/** Fills a table with COPY's text; returns how many rows it took. */
export async function fillTable(
  client: Client,
  { name, columns }: TableColumns,
  content: AsyncIterable<Uint8Array>,
): Promise<number> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  return copyInto(client, `copy public.${pg.escapeIdentifier(name)} (${list}) from stdin`, content);
}

/** Runs a COPY from here; returns how many rows it took. */
export async function copyInto(client: Client, statement: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const target = client.query(copyFrom(statement));
  await pipeline(content, target);
  return target.rowCount;
}

/** Goes on counting where the backup stopped. */
export async function setSequences(client: Client, sequences: readonly SequenceValue[]): Promise<void> {
  for (const { name, value, isCalled } of sequences)
    await client.query('select setval(format($1, $2::text)::regclass, $3, $4)', ['public.%I', name, value, isCalled]);
}

/** So that the first questions after a restore are planned by what is there. */
export async function analyse(client: Client): Promise<void> {
  await client.query('analyze');
}
