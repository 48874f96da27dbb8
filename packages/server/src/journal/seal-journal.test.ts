/** What is recorded is sealed once, of each account in a chain of its own, whoever seals and however much there is. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexConditions } from '../../../../tests/support/index-conditions.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { openDatabase } from '../platform/database/database.ts';
import { appendFacts, prepareFacts } from './journal-store.ts';
import { BY_SYSTEM } from './new-fact.ts';
import { proveSeals } from './prove-seals.ts';
import { sealJournal } from './seal-journal.ts';
import { journalCount, sealedUntil, unsealedFacts } from './seal-views.ts';

const NOW = Temporal.Instant.from('2026-06-01T08:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function newAccounts(many: number): Promise<string[]> {
  const made = await database.db.write(SYSTEM, async (tx) => {
    const rows = await tx.rows<{ id: string }>(
      sql`insert into account (name, created_at) select 'Account ' || n, now() from generate_series(1, ${many}) n returning account_id as id`,
    );
    return { ok: true as const, value: rows.map(({ id }) => id) };
  });
  return made.value;
}

/** In one transaction, in turns. */
const record = (accounts: readonly string[], facts: number) =>
  database.db.write(SYSTEM, (tx) => {
    const stated = Array.from({ length: facts }, (_, i) => {
      const accountId = accounts[i % accounts.length] ?? '';
      return { accountId, fact: 'call.held', subjectId: uuid() };
    });
    appendFacts(tx, [{ facts: prepareFacts(stated, NOW), by: BY_SYSTEM }], NOW);
    return Promise.resolve({ ok: true });
  });
async function lastSealedTransaction(): Promise<string | undefined> {
  const rows = await database.db.read(SYSTEM, (tx) =>
    tx.rows<{ id: string }>(
      sql`select distinct j.transaction::text as id from journal j join sealed s on s.account_id = j.account_id and s.journal_id = j.id`,
    ),
  );
  return rows
    .map(({ id }) => Number(id))
    .toSorted((a, b) => b - a)[0]
    ?.toString();
}
const proofOf = (accountId: string) =>
  database.db.read(SYSTEM, async (tx) => ({
    ...(await journalCount(tx, accountId)),
    differences: await proveSeals(tx, accountId),
  }));

test('of several accounts at once, each gets a seal of its own over its own facts, which follows from the one before', async () => {
  const accounts = await newAccounts(3);
  await record(accounts, 7);
  expect(await sealJournal(database.db, NOW)).toBe(7);
  for (const once of [1, 2]) {
    await record(accounts.slice(once), 2);
    expect(await sealJournal(database.db, NOW)).toBe(2);
  }
  expect(await Promise.all(accounts.map(proofOf))).toEqual([
    { facts: 3, sealed: 3, seals: 1, differences: [] },
    { facts: 3, sealed: 3, seals: 2, differences: [] },
    { facts: 5, sealed: 5, seals: 3, differences: [] },
  ]);
  expect(await sealJournal(database.db, NOW)).toBe(0);
});

test('of one transaction with more than one batch takes, nothing is left and nothing is sealed twice', async () => {
  const accounts = await newAccounts(1);
  await record(accounts, 5003);
  expect(await sealJournal(database.db, NOW)).toBe(5003);
  expect(await Promise.all(accounts.map(proofOf))).toEqual([{ facts: 5003, sealed: 5003, seals: 2, differences: [] }]);
});

test('servers that seal at the same moment seal each fact once', async () => {
  const servers = Array.from({ length: 4 }, () => openDatabase({ url: database.ownerUrl, connections: 2 }));
  try {
    const accounts = await newAccounts(5);
    await record(accounts, 500);
    const sealed = await Promise.all(servers.map((db) => sealJournal(db, NOW)));
    expect(sealed.reduce((sum, facts) => sum + facts)).toBe(500);
    const proofs = await Promise.all(accounts.map(proofOf));
    expect(proofs).toEqual(proofs.map(() => ({ facts: 100, sealed: 100, seals: 1, differences: [] })));
  } finally {
    await Promise.all(servers.map((db) => db.close()));
  }
});

test('a server that was just started goes on where sealing had come, and finds what is new', async () => {
  const accounts = await newAccounts(2);
  await record(accounts, 4);
  expect(await sealJournal(database.db, NOW)).toBe(4);
  await record(accounts, 2);
  const started = openDatabase({ url: database.ownerUrl, connections: 2 });
  try {
    expect(await started.read(SYSTEM, sealedUntil)).toBe(await lastSealedTransaction());
    expect(await sealJournal(started, NOW)).toBe(2);
  } finally {
    await started.close();
  }
  expect(await Promise.all(accounts.map(proofOf))).toEqual(
    accounts.map(() => ({ facts: 3, sealed: 3, seals: 2, differences: [] })),
  );
});

test('what was sealed before is not read again', async () => {
  const conditions = await indexConditions(database.db, (tx) => unsealedFacts(tx, { from: '700', before: '800' }, 10));
  expect(conditions).toContain("(transaction >= '700'::xid8) AND (transaction < '800'::xid8)");
});
