/** What a database says of itself, asked as the server asks: under the server's role. */
import sql from 'sql-template-tag';
import type { Actor } from '../platform/database/actor.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tx } from '../platform/database/tx.ts';

export type DatabaseFacts = {
  /** "18.4" */
  readonly version: string;
  readonly number: number;
  readonly fsync: string;
  readonly fullPageWrites: string;
  readonly synchronousCommit: string;
  readonly isBypassing: boolean;
  readonly isOwnerSuper: boolean;
  readonly isEncrypted: boolean;
  readonly isLocal: boolean;
  /** Whether the search finds what was mistyped. */
  readonly forgivesTyping: boolean;
  /** Epoch milliseconds of its clock. */
  readonly now: number;
};

export async function factsOf(db: Database): Promise<DatabaseFacts> {
  const facts = await db.read(SYSTEM, (tx) =>
    tx.first<DatabaseFacts>(sql`select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('fsync') as fsync, current_setting('full_page_writes') as "fullPageWrites",
      current_setting('synchronous_commit') as "synchronousCommit",
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as "isBypassing",
      (select rolsuper from pg_roles where rolname = session_user) as "isOwnerSuper",
      coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as "isEncrypted",
      coalesce(inet_server_addr() <<= '127.0.0.0/8' or inet_server_addr() = '::1', true) as "isLocal",
      exists (select from pg_class where relname = 'ticket_words_alike') as "forgivesTyping",
      extract(epoch from clock_timestamp())::float8 * 1000 as now`),
  );
  if (!facts) throw new Error('The database says nothing of itself.');
  return facts;
}

export type HouseKeeping = {
  /** When `tamarack backup` last made one; null where it never did. */
  readonly backupAt: string | null;
  /** The first year for which a contract in force has no public holidays any more is the one after this; null where none asks for them. */
  readonly holidaysTo: number | null;
};

/** What is to be renewed now and then. Needs the schema of this program. */
export async function houseKeeping(tx: Tx): Promise<HouseKeeping> {
  const row = await tx.first<HouseKeeping>(sql`select (select at from last_backup) as "backupAt",
    (select min((holidays ->> 'to')::int) from (
      select t.holidays from contract_terms t where t.state = 'agreed' and t.until_at is null
      union all select v.holidays from contract_terms t join description_version v on v.id = t.version_id
        where t.state = 'agreed' and t.until_at is null) in_force) as "holidaysTo"`);
  if (!row) throw new Error('A question about one row had no answer.');
  return row;
}

/** How many rows of accounts this actor sees: tried, and not read from a catalogue. */
export async function rowsSeenBy(db: Database, actor: Actor): Promise<number> {
  const row = await db.read(actor, (tx) =>
    tx.first<{
      seen: number;
    }>(sql`select (select count(*) from account)::int + (select count(*) from (select from journal limit 1000) j)::int
      + (select count(*) from (select from obligation limit 1000) o)::int as seen`),
  );
  return row?.seen ?? 0;
}
