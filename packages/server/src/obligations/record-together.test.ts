/** Many who record at once are written together, and each as if alone. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../../../../tests/support/agreed-account.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { OutOfDate } from '../platform/http/thrown.ts';
import { beforeFacts } from './before-a-fact.ts';
import { recordFacts } from './record-facts.ts';
import { recordTogether } from './record-together.ts';
import { verifyAccount } from './verify-account.ts';
import { wakeAccounts } from './wake-accounts.ts';

let database: TestDatabase;
let accounts: AgreedAccount[];
const NOON = Temporal.Instant.from('2026-06-01T12:00:00Z');
const BY = { side: 'provider', via: 'test' } as const;

beforeAll(async () => {
  database = await createTestDatabase();
  accounts = [];
  for (const name of ['Alder', 'Birch', 'Cedar'])
    accounts.push(await agreedAccount(database.db, 'almacare', 'enhanced', { ...ALMACARE, name }));
});
afterAll(() => database.drop());

/** `with` names the setting that is written; a name that is taken fails. */
const together = () =>
  recordTogether<string, string>(database.db, (tx, all) => {
    for (const name of all) tx.send('note-setting', sql`insert into setting (name, value) values (${name}, '1')`);
    return Promise.resolve(all.map((name) => `kept ${name}`));
  });

function incident(n: number, now = NOON) {
  const { accountId, contractId } = accounts[n % accounts.length] ?? { accountId: '', contractId: '' };
  return {
    accountId,
    contractId,
    fact: 'incident.received',
    subjectId: uuid(),
    data: { severity: 1 + (n % 4) },
    at: now,
  };
}

const kept = (subjects: readonly string[]) =>
  database.db.read(SYSTEM, (tx) =>
    tx.rows<{ subject: string; facts: number; transactions: string }>(
      sql`select subject_id as subject, count(*)::int as facts, min(transaction)::text as transactions from journal
        where subject_id = any (${subjects}::uuid[]) group by 1`,
    ),
  );

test('those of several accounts share a few transactions, and the ledger is what each would have got alone', async () => {
  const say = together();
  const facts = Array.from({ length: 60 }, (_, n) => incident(n));
  const answers = await Promise.all(
    facts.map((fact) => say({ facts: [fact], by: BY, now: NOON, with: fact.subjectId })),
  );
  expect(answers).toEqual(facts.map(({ subjectId }) => ({ ok: true, value: `kept ${subjectId}` })));
  const rows = await kept(facts.map(({ subjectId }) => subjectId));
  expect(rows).toHaveLength(60);
  expect(rows.every((row) => row.facts === 1)).toBe(true);
  expect(new Set(rows.map((row) => row.transactions)).size).toBeLessThan(20);
  const later = NOON.add({ hours: 24 * 40 });
  await wakeAccounts(database.db, later, (_, error) => {
    throw error;
  });
  for (const { accountId } of accounts) {
    const proof = await database.db.read(SYSTEM, (tx) => verifyAccount(tx, accountId, later));
    expect(proof.rows).toBeGreaterThan(60);
    expect(proof.differences).toEqual([]);
  }
});

test('one that cannot be written fails alone, and nothing of it stays', async () => {
  const say = together();
  const [good, bad] = [Array.from({ length: 9 }, (_, n) => incident(n)), incident(9)];
  const taken = uuid();
  await say({ facts: [incident(0)], by: BY, now: NOON, with: taken });
  const settled = await Promise.allSettled([
    ...good.map((fact) => say({ facts: [fact], by: BY, now: NOON, with: uuid() })),
    say({ facts: [bad], by: BY, now: NOON, with: taken }),
  ]);
  expect(settled.map(({ status }) => status)).toEqual([...good.map(() => 'fulfilled'), 'rejected']);
  expect(await kept(good.map(({ subjectId }) => subjectId))).toHaveLength(9);
  expect(await kept([bad.subjectId])).toEqual([]);
});

test('where the answer to the commit is lost, all are told so, and nothing is written a second time', async () => {
  const losing = {
    ...database.db,
    write: async (...asked: Parameters<typeof database.db.write>) => {
      await database.db.write(...asked);
      throw new Error('Connection terminated unexpectedly');
    },
  } as typeof database.db;
  const say = recordTogether<string, string>(losing, (_tx, all) => Promise.resolve(all));
  const facts = Array.from({ length: 6 }, (_, n) => incident(n));
  const settled = await Promise.allSettled(
    facts.map((fact) => say({ facts: [fact], by: BY, now: NOON, with: fact.subjectId })),
  );
  expect(settled.map((one) => one.status === 'rejected' && String(one.reason))).toEqual(
    facts.map(() => 'Error: Connection terminated unexpectedly'),
  );
  const rows = await kept(facts.map(({ subjectId }) => subjectId));
  expect(rows.map((row) => row.facts)).toEqual(facts.map(() => 1));
});

test('one that lies in the future is refused, and holds up nobody', async () => {
  const say = together();
  const [refused, done] = await Promise.all([
    say({ facts: [incident(0, NOON.add({ hours: 1 }))], by: BY, now: NOON, with: uuid() }),
    say({ facts: [incident(1)], by: BY, now: NOON, with: uuid() }),
  ]);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'value.not-allowed' } });
  expect(done.ok).toBe(true);
});

test('what was decided by terms that this process remembers no more is thrown out, also where the new ones hold', async () => {
  const say = together();
  const fact = incident(0);
  const { accountId } = fact;
  const read = () => database.db.read(SYSTEM, (tx) => beforeFacts(tx, accountId, NOON));
  const { all: before } = await read();
  expect((await say({ facts: [fact], by: BY, now: NOON, with: uuid(), decidedBy: before })).ok).toBe(true);
  const licence = [{ accountId, fact: 'licence.issued', subjectId: uuid() }];
  await database.db.write(SYSTEM, (tx) => recordFacts(tx, licence, BY, NOON));
  // Somebody else asked, and this process knows better since.
  const { all: after } = await read();
  const [late, timely, unsaid] = [incident(0), incident(0), incident(0)];
  const settled = await Promise.allSettled([
    say({ facts: [late], by: BY, now: NOON, with: uuid(), decidedBy: before }),
    say({ facts: [unsaid], by: BY, now: NOON, with: uuid() }),
  ]);
  expect(settled).toMatchObject([{ status: 'rejected', reason: expect.any(OutOfDate) }, { status: 'fulfilled' }]);
  expect((await say({ facts: [timely], by: BY, now: NOON, with: uuid(), decidedBy: after })).ok).toBe(true);
  expect(await kept([late.subjectId])).toEqual([]);
  expect(await kept([unsaid.subjectId, timely.subjectId])).toHaveLength(2);
});
