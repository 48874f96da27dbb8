/** Whoever follows the journal waits for what may still come before, and for nothing else. */
import pg from 'pg';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { factsAfter, latestPlace } from './feed-views.ts';
import { appendFacts, prepareFacts } from './journal-store.ts';
import { BY_SYSTEM } from './new-fact.ts';
import { sealJournal } from './seal-journal.ts';

const NOW = Temporal.Instant.from('2026-06-01T08:00:00Z');
let database: TestDatabase;
let accountId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const made = await database.db.write(SYSTEM, async (tx) => {
    const row = await tx.first<{ id: string }>(
      sql`insert into account (name, created_at) values ('Alder', now()) returning account_id as id`,
    );
    return { ok: true as const, value: row?.id ?? '' };
  });
  accountId = made.value;
});
afterAll(() => database.drop());

const append = (tx: Tx, fact: string) =>
  appendFacts(tx, [{ facts: prepareFacts([{ accountId, fact, subjectId: uuid() }], NOW), by: BY_SYSTEM }], NOW);
const write = (fact: string, before: () => Promise<void> = () => Promise.resolve()) =>
  database.db.write(SYSTEM, async (tx) => {
    append(tx, fact);
    await tx.rows(sql`select`);
    await before();
    return { ok: true };
  });
const followed = async () => {
  const facts = await database.db.read(SYSTEM, (tx) => factsAfter(tx, { transaction: '0', position: 0 }, 100));
  return facts.map(({ fact }) => fact);
};

test('a transaction that began before and has not ended holds back what came after; then both come in order', async () => {
  const [written, committing] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = write('call.first', () => {
    written.resolve();
    return committing.promise;
  });
  await written.promise;
  await write('call.second');
  expect(await followed()).toEqual([]);
  expect(await sealJournal(database.db, NOW)).toBe(0);
  committing.resolve();
  await first;
  expect(await followed()).toEqual(['call.first', 'call.second']);
  expect(await sealJournal(database.db, NOW)).toBe(2);
});

test('a transaction of another database holds back nothing', async () => {
  const other = new pg.Client({ connectionString: inject('databaseUrl') });
  await other.connect();
  try {
    await other.query('begin');
    await other.query('select pg_current_xact_id()');
    await write('call.third');
    expect(await followed()).toContain('call.third');
    expect(await sealJournal(database.db, NOW)).toBe(1);
  } finally {
    await other.end();
  }
});

test('transactions follow one another by their numbers, and not by how these are written', async () => {
  const before = await followed();
  const latest = await database.db.read(SYSTEM, latestPlace);
  await database.db.write(SYSTEM, async (tx) => {
    for (const transaction of ['100', '9', '10'])
      await tx.run(sql`insert into journal (account_id, id, fact, subject_id, at, recorded_at, by_side, via, transaction)
        values (${accountId}, ${uuid()}, ${`call.of-${transaction}`}, ${uuid()}, ${NOW.toString()}, ${NOW.toString()}, 'system', 'test', ${transaction})`);
    return { ok: true };
  });
  expect(await followed()).toEqual(['call.of-9', 'call.of-10', 'call.of-100', ...before]);
  expect(await database.db.read(SYSTEM, latestPlace)).toEqual(latest);
  const ninth = { transaction: '9', position: Number.MAX_SAFE_INTEGER };
  const [next] = await database.db.read(SYSTEM, (tx) => factsAfter(tx, ninth, 1));
  expect(next?.fact).toBe('call.of-10');
});
