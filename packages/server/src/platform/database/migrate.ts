/** Brings a database to the schema of this program, or says why it cannot. */
import pg, { type Client } from 'pg';
import { refuseDatabase, type DatabaseResult } from './database-refusals.ts';
import { SERVER_ROLE } from './database.ts';
import { knownMigrations, type Migration } from './migrations.ts';

/** Only one server migrates at a time; the others wait here and find everything done. */
const LOCK = 7_382_001;
const OLDEST = 150_000;

type Applied = { number: number; name: string; breaking: boolean; checksum: string };

/**
 * Applies what is missing, each migration in its own transaction, as the owner of the schema (`url`). Refuses a
 * PostgreSQL before 15, an owner without the rights it takes, a schema that a newer program made incompatible, and a migration
 * that was changed afterwards.
 * A restore stops at the schema of its backup (`upTo`), whose rows a later one might no longer fit.
 */
export async function migrate(
  url: string,
  upTo = Number.POSITIVE_INFINITY,
): Promise<DatabaseResult<{ readonly applied: readonly string[] }>> {
  const client = new pg.Client({ connectionString: url, application_name: 'tamarack-migrate' });
  try {
    await client.connect();
  } catch (error) {
    return refuseDatabase('database.unreachable', `The database cannot be reached: ${messageOf(error)}.`);
  }
  try {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    if (Number(rows[0]?.version) < OLDEST)
      return refuseDatabase('database.too-old', `This PostgreSQL has the version number ${rows[0]?.version}.`);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await applyMissing(client, upTo);
  } catch (error) {
    if (!isDenied(error)) throw error;
    return refuseDatabase('database.not-allowed', `The role of DATABASE_URL may not do enough: ${messageOf(error)}.`);
  } finally {
    await client.end();
  }
}

async function applyMissing(
  client: Client,
  upTo: number,
): Promise<DatabaseResult<{ readonly applied: readonly string[] }>> {
  await client.query(`create table if not exists schema_migration (
    number int primary key, name text not null, breaking boolean not null, checksum text not null,
    applied_at timestamptz not null default now())`);
  const { rows: applied } = await client.query<Applied>(
    'select number, name, breaking, checksum from schema_migration order by number',
  );
  const known = knownMigrations();
  const newer = applied.filter(({ number }) => number > known.length);
  const breaking = newer.find((migration) => migration.breaking);
  if (breaking)
    return refuseDatabase(
      'database.newer',
      `The database was changed by a newer Tamarack (${breaking.name}), and this one cannot work with it.`,
    );
  const changed = known.find((migration) =>
    applied.some((done) => done.number === migration.number && done.checksum !== migration.checksum),
  );
  if (changed)
    return refuseDatabase(
      'database.changed-migration',
      `The migration ${changed.name} is not the one that was applied.`,
    );
  const missing = known.filter(({ number }) => number <= upTo && !applied.some((done) => done.number === number));
  if (missing.length > 0) await ensureServerRole(client);
  for (const migration of missing) await apply(client, migration);
  return { ok: true, value: { applied: missing.map(({ name }) => name) } };
}

async function apply(client: Client, { number, name, sql, breaking, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into schema_migration (number, name, breaking, checksum) values ($1, $2, $3, $4)', [
      number,
      name,
      breaking,
      checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`The migration ${name} failed: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * Roles belong to the whole cluster, so another database's Tamarack may have made it, this very moment even; or an
 * administrator has, for an owner that may make none. From PostgreSQL 16 on whoever makes a role may give it away but not take it on
 * (createrole_self_grant), and is its member all the same: what counts is SET.
 */
async function ensureServerRole(client: Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${SERVER_ROLE}') then
      create role ${SERVER_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
    end if;
  exception when duplicate_object or unique_violation then null; end $$`);
  await client.query(`do $$ begin
    if not pg_has_role(current_user, '${SERVER_ROLE}',
      case when current_setting('server_version_num')::int < 160000 then 'MEMBER' else 'SET' end) then
      execute format('grant ${SERVER_ROLE} to %I', current_user);
    end if;
  end $$`);
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** Whether PostgreSQL refused for want of a right, be it inside a migration. */
function isDenied(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === INSUFFICIENT_PRIVILEGE) || isDenied(error.cause);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
