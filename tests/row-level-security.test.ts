/**
 * The second wall, read from the catalogue of a real database: a new table that forgets a rule fails here by its name.
 * Tables without account_id are listed with the reason why they belong to nobody in particular.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import pg from 'pg';
import { SYSTEM } from '../packages/server/src/platform/database/actor.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

const GLOBAL_TABLES: Readonly<Record<string, string>> = {
  schema_migration: 'the state of the schema',
  person: 'one person may belong to several accounts; it has a policy of its own',
  staff_role: 'the provider’s own people',
  product: 'what the provider sells',
  setting: 'how the installation is configured',
  description: 'what the provider sells, to everybody',
  description_version: 'what the provider sells, to everybody',
  idempotency: 'answers to one person’s own calls',
  session: 'of one person; it has a policy of its own',
  credential: 'of one person; it has a policy of its own',
  second_factor: 'of one person; it has a policy of its own',
  passkey: 'of one person; it has a policy of its own',
  api_token: 'of one person; it has a policy of its own',
  verification: 'ceremonies under way, before anybody is known',
  one_time_link: 'found by the hash of its token only, before anybody is known',
  sign_in_attempt: 'hashes, counted before anybody is known',
  sign_on_provider: 'how the installation is configured',
  installation_secret: 'of the installation',
  last_backup: 'of the installation',
  notification_preference: 'of one person; it has a policy of its own',
  staff_notification: 'of one person; it has a policy of its own',
  names_edition: 'one mark of the installation that says nothing',
  webhook: 'of the installation; read and written by the administration alone',
  webhook_again: 'of the installation; read and written by the administration alone',
  ticket_words: 'read by nobody but search_tickets() and ticket_words_in_scope, which keep to the scope',
  ticket_view: 'of one person, who may share it with the staff; it has policies of its own',
  mail: 'of no account: one mail may speak of several; read by the administration alone',
};

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

type Table = { name: string; enabled: boolean; forced: boolean; policies: number; has_account: boolean };

async function tables(): Promise<Table[]> {
  const { rows } = await owner.query<Table>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polpermissive) as policies,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped) as has_account
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  return rows;
}

describe('every table of the catalogue', () => {
  test('is owned by an account, or listed with its reason', async () => {
    const unowned = (await tables()).filter((table) => !table.has_account).map(({ name }) => name);
    expect(unowned.toSorted()).toEqual(Object.keys(GLOBAL_TABLES).toSorted());
  });

  test('with an account has row-level security that holds for its owner as well', async () => {
    const open = (await tables()).filter(
      (table) => table.has_account && !(table.enabled && table.forced && table.policies > 0),
    );
    expect(open).toEqual([]);
  });

  test('with an account has it first in each primary key, unique index and foreign key', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select distinct i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
        where c.relnamespace = 'public'::regnamespace and i.indisunique and i.indkey[0] <> a.attnum
      union select f.conname from pg_constraint f
        join pg_attribute mine on mine.attrelid = f.conrelid and mine.attname = 'account_id'
        join pg_attribute theirs on theirs.attrelid = f.confrelid and theirs.attname = 'account_id'
        where f.contype = 'f' and f.connamespace = 'public'::regnamespace
          and (f.conkey[1] <> mine.attnum or f.confkey[1] <> theirs.attnum)`);
    expect(rows).toEqual([]);
  });

  test('with an account is referred to by no table without one', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select f.conname as name from pg_constraint f
        join pg_attribute theirs on theirs.attrelid = f.confrelid and theirs.attname = 'account_id'
        where f.contype = 'f' and f.connamespace = 'public'::regnamespace
          and not exists (select from pg_attribute mine where mine.attrelid = f.conrelid and mine.attname = 'account_id')`);
    expect(rows).toEqual([]);
  });
});

test('the server’s role cannot bypass the policies', async () => {
  const { rows } = await owner.query<{ rolsuper: boolean; rolbypassrls: boolean; owns: number }>(`
    select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = 'tamarack_server'`);
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owns: 0 }]);
});

test('a transaction sees the rows of its accounts only, and without accounts none', async () => {
  const ids = await database.db.write(SYSTEM, async (tx) => {
    const rows = await tx.rows<{ account_id: string }>(
      sql`insert into account (name, created_at) values ('One', now()), ('Two', now()) returning account_id`,
    );
    return { ok: true as const, value: rows.map((row) => row.account_id) };
  });
  const [one = '', two = ''] = ids.value;
  const seenBy = (accounts: readonly string[]) =>
    database.db.read({ ...SYSTEM, side: 'customer', accounts }, (tx) =>
      tx.rows<{ name: string }>(sql`select name from account order by name`),
    );
  expect(await seenBy([one])).toEqual([{ name: 'One' }]);
  expect(await seenBy([two])).toEqual([{ name: 'Two' }]);
  expect(await seenBy([])).toEqual([]);
  await expect(
    database.db.write({ ...SYSTEM, accounts: [one] }, async (tx) => {
      await tx.run(sql`insert into licence (account_id, product_id, valid_from) values (${two}, ${one}, now())`);
      return { ok: true as const };
    }),
  ).rejects.toThrow(/row-level security/);
  const { rows } = await owner.query('select * from account');
  expect(rows.length === 2).toBe(true);
});
