/** What a backup reads: one snapshot of the whole database, as the owner of its tables. */
import pg, { type Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** A connection of the owner of the tables, as stores and views pass it on. */
export type Owner = Client;

/** An owner's connection; it waits as long as a large table takes. */
export async function connectAsOwner(url: string): Promise<Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'tamarack-backup',
    options: '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c lock_timeout=0',
  });
  // A server that goes away fails the query under way; an unheard event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * How rows are written and seen, whatever the server or the role is set to: row-level security is forced on the owner too,
 * so that all accounts, and what the provider keeps to itself, have to be asked for.
 */
export const SEE_EVERYTHING = `select set_config('tamarack.accounts', 'all', true), set_config('tamarack.side', 'provider', true),
  set_config('tamarack.person', '', true), set_config('client_encoding', 'UTF8', true), set_config('datestyle', 'ISO', true),
  set_config('intervalstyle', 'iso_8601', true), set_config('timezone', 'UTC', true), set_config('extra_float_digits', '1', true),
  set_config('bytea_output', 'hex', true), set_config('xmlbinary', 'base64', true), set_config('search_path', 'public', true)`;

/** From now on the transaction sees the database of this moment. */
export async function takeSnapshot(client: Client): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(SEE_EVERYTHING);
}

type AppliedMigration = { readonly number: number; readonly name: string; readonly checksum: string };

/** Undefined where no Tamarack was ever here. */
export async function appliedMigrations(client: Client): Promise<readonly AppliedMigration[] | undefined> {
  const { rows: there } = await client.query(
    `select from pg_tables where schemaname = 'public' and tablename = 'schema_migration'`,
  );
  if (there.length === 0) return undefined;
  const { rows } = await client.query<AppliedMigration>(
    'select number, name, checksum from public.schema_migration order by number',
  );
  return rows;
}

export type TableColumns = { readonly name: string; readonly columns: readonly string[] };

/**
 * Every table in the catalogue's order, but that of the migrations and the note of the last backup, which is about this
 * installation and not about the one that is made of the backup. Left out are computed columns, and transaction ids
 * (xid8): they count in one cluster only, and beside those of another one, readers of the journal's feed would wait for
 * ever. Restored rows get the id of the transaction that restores them.
 */
export async function tablesOf(client: Client): Promise<readonly TableColumns[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname not in ('schema_migration', 'last_backup')
    group by c.oid, c.relname order by c.oid`);
  return rows;
}

export type Copying = AsyncIterable<Uint8Array> & { readonly rowCount: number };

/** The rows of a table as COPY's text; `rowCount` is known at the end. */
export function copyTable(client: Client, { name, columns }: TableColumns): Copying {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  return client.query(copyTo(`copy (select ${list} from public.${pg.escapeIdentifier(name)}) to stdout`));
}

/**
 * Jobs that wait, run just now (they will run again) or have failed for good. The queue's public view shows no payload, so
 * that this reads its private tables; job-store.ts puts them back by its public functions.
 */
export function copyJobs(client: Client): Copying {
  return client.query(
    copyTo(`copy (
      select t.identifier, j.payload, q.queue_name, j.run_at, j.attempts, j.max_attempts, j.key, j.priority, j.last_error,
        (select array_agg(flag) from jsonb_object_keys(j.flags) flag)
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id) to stdout`),
  );
}

export type SequenceValue = { readonly name: string; readonly value: string; readonly isCalled: boolean };

/** Sequences know no snapshot: read after the tables, they are at least as far as any row. */
export async function sequencesOf(client: Client): Promise<readonly SequenceValue[]> {
  const { rows: names } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by oid`,
  );
  const values: SequenceValue[] = [];
  for (const { name } of names) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from public.${pg.escapeIdentifier(name)}`,
    );
    values.push({ name, value: rows[0]?.value ?? '1', isCalled: rows[0]?.called ?? false });
  }
  return values;
}

/**
 * Ends the snapshot and goes on with the hashes that it names: kept by the server, so that the rows of a busy database
 * need not be kept for the hours that copying files may take.
 */
export async function* hashesOfSnapshot(client: Client): AsyncGenerator<string> {
  await client.query(
    'declare file_hashes no scroll cursor with hold for select distinct hash from public.file order by hash',
  );
  await client.query('commit');
  for (;;) {
    const { rows } = await client.query<{ hash: string }>('fetch 1000 from file_hashes');
    yield* rows.map(({ hash }) => hash);
    if (rows.length === 0) return;
  }
}
