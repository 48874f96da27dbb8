/** Several people at once on the connections of a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { type Actor, SYSTEM } from './actor.ts';
import type { Database } from './database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(4);
});
// The clock stands still, and goes on where a test says so.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());
afterAll(() => database.drop());

type Seen = { readonly process: number; readonly accounts: string };
const look = async (db: Database, actor: Actor): Promise<Seen | undefined> =>
  (
    await db.read(actor, (tx) =>
      tx.alone<Seen>('look', sql`select pg_backend_pid() as process, current_setting('tamarack.accounts') as accounts`),
    )
  )[0];

test('who looks at once shares a connection, eight at most, and each sees by its own settings', async () => {
  const accounts = Array.from({ length: 20 }, () => randomUUID());
  const seen = await Promise.all(accounts.map((account) => look(database.db, { ...SYSTEM, accounts: [account] })));
  expect(seen.map((one) => one?.accounts)).toEqual(accounts.map((account) => `{${account}}`));
  const processes = seen.map((one) => one?.process);
  expect(new Set(processes.slice(0, 8)).size).toBe(1);
  expect(new Set(processes.slice(8, 16)).size).toBe(1);
  expect(new Set(processes).size).toBe(3);
  expect(database.db.pool.idleCount).toBe(database.db.pool.totalCount);
});

test('what fails in line fails for who asked it, and for nobody behind', async () => {
  const { db } = database;
  const broken = () => db.read(SYSTEM, (tx) => tx.alone('broken', sql`select 1 / 0`));
  const done = await Promise.allSettled([look(db, SYSTEM), broken(), look(db, SYSTEM), broken(), look(db, SYSTEM)]);
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
  expect(db.pool.idleCount).toBe(db.pool.totalCount);
});

test('nobody joins a line in which something slow is in front', async () => {
  const { db } = database;
  const gate = await db.pool.connect();
  await gate.query('select pg_advisory_lock(1)');
  const slow = db.read(SYSTEM, (tx) => tx.alone('slow', sql`select pg_advisory_lock_shared(1)`));
  vi.advanceTimersByTime(3);
  expect(await look(db, SYSTEM)).toBeDefined();
  await gate.query('select pg_advisory_unlock(1)');
  gate.release();
  await slow;
});

test('a connection that is lost fails whoever stands there, and is replaced', async () => {
  const { db, ownerUrl } = database;
  const endless = () => db.read(SYSTEM, (tx) => tx.alone('endless', sql`select pg_sleep(60)`));
  const ending = Promise.allSettled([endless(), look(db, SYSTEM), look(db, SYSTEM)]);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const end = `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid() and datname = current_database()`;
  await vi.waitUntil(async () => (await owner.query(end)).rowCount === 1);
  await owner.end();
  expect((await ending).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await look(db, SYSTEM)).toBeDefined();
});

test('who has a connection waits for no other one', async () => {
  const { db } = database;
  const looks = Array.from({ length: 4 }, () =>
    db.read(SYSTEM, async (tx) => {
      await tx.rows(sql`select 1`);
      // The last one of its transaction, and one more after it.
      await tx.alone('one', sql`select 1 as one`);
      return tx.alone<{ one: number }>('one', sql`select 1 as one`);
    }),
  );
  expect(await Promise.all(looks)).toEqual(Array.from({ length: 4 }, () => [{ one: 1 }]));
});

test('all who stand behind one that was ended before its statement was prepared are answered', async () => {
  const { db, ownerUrl } = database;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('create table held_back as select 1 as one; grant select on held_back to public');
  await owner.query('begin; lock table held_back');
  const wait = () => db.read(SYSTEM, (tx) => tx.alone<{ one: number }>('held-back', sql`select one from held_back`));
  const all = Promise.allSettled([wait(), wait(), wait(), wait()]);
  const cancel = `select pg_cancel_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await vi.waitUntil(async () => (await owner.query(cancel)).rowCount === 1);
  await owner.query('commit');
  await owner.end();
  const [first, ...behind] = await all;
  expect(first).toMatchObject({ reason: { code: '57014' } });
  expect(behind).toEqual(Array.from({ length: 3 }, () => ({ status: 'fulfilled', value: [{ one: 1 }] })));
});
