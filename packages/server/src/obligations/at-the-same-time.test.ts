/** What two transactions record at the same time, or one records long after it happened, is in the ledger as if it came in order. */
import { v7 as uuid } from 'uuid';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../../../../tests/support/agreed-account.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import type { NewFact } from '../journal/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { recordFacts } from './record-facts.ts';
import { verifyLedger } from './verify-ledger.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NOW = Temporal.Instant.from('2026-06-01T08:00:00Z');
type Fact = Pick<NewFact, 'fact'> & Partial<NewFact>;

function record(
  { accountId, contractId }: AgreedAccount,
  fact: Fact,
  now: Temporal.Instant,
  before: () => Promise<void> = () => Promise.resolve(),
) {
  return database.db.write(SYSTEM, async (tx) => {
    const done = await recordFacts(
      tx,
      [{ accountId, contractId, subjectId: uuid(), ...fact }],
      { side: 'provider', via: 'test' },
      now,
    );
    await before();
    return done;
  });
}

const movedBefore = ({ contractId }: AgreedAccount): Fact => ({
  fact: 'contract.moved',
  subjectId: contractId,
  at: NOW.subtract({ minutes: 10 }),
  data: { level: 'essential' },
});
const newAccount = () => agreedAccount(database.db, 'almacare', 'enhanced', { ...ALMACARE, name: uuid() });
const differences = async ({ accountId }: AgreedAccount, now: Temporal.Instant) =>
  (await database.db.read(SYSTEM, (tx) => verifyLedger(tx, accountId, now))).differences;

/** Records an incident, and the other fact before the incident is committed. */
async function meanwhile(account: AgreedAccount, other: Fact): Promise<void> {
  const [written, committing] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const incident = record(account, { fact: 'incident.received', data: { severity: 3 } }, NOW, () => {
    written.resolve();
    return committing.promise;
  });
  await written.promise;
  const late = { done: false };
  const second = record(account, other, NOW).finally(() => {
    late.done = true;
  });
  const waiting = () =>
    database.db.read(SYSTEM, (tx) =>
      tx.rows(
        sql`select from pg_locks l join pg_database d on d.oid = l.database
          where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`,
      ),
    );
  await expect.poll(async () => late.done || (await waiting()).length > 0).toBe(true);
  committing.resolve();
  await Promise.all([incident, second]);
}

describe('an incident that is recorded at the same time', () => {
  test('as the move of its contract is served at the new level', async () => {
    const account = await newAccount();
    await meanwhile(account, movedBefore(account));
    expect(await differences(account, NOW)).toEqual([]);
  });

  test('as the licence that it needs passes the gate', async () => {
    const account = await newAccount();
    await meanwhile(account, { fact: 'licence.issued', at: NOW.subtract({ hours: 1 }) });
    expect(await differences(account, NOW)).toEqual([]);
  });
});

test('a move of the contract that is recorded late counts for what began and ended since', async () => {
  const account = await newAccount();
  const subjectId = uuid();
  await record(account, { fact: 'incident.received', subjectId, data: { severity: 1 } }, NOW);
  await record(account, { fact: 'incident.acknowledged', subjectId }, NOW.add({ minutes: 20 }));
  await record(account, { fact: 'incident.closed', subjectId }, NOW.add({ minutes: 40 }));
  const later = NOW.add({ minutes: 50 });
  await record(account, movedBefore(account), later);
  expect(await differences(account, later)).toEqual([]);
});
