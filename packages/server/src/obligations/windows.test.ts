/** Promises of the whole contract are reckoned from their window alone, and come out as from everything that ever happened. */
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, type AgreedAccount } from '../../../../tests/support/agreed-account.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import type { NewFact } from '../journal/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { recordFacts } from './record-facts.ts';
import { verifyLedger } from './verify-ledger.ts';
import { wakeAccounts } from './wake-accounts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const START = Temporal.Instant.from('2026-06-01T08:00:00Z');
const fail = (_account: string, error: unknown) => {
  throw error;
};
const BY = { side: 'provider', via: 'test' } as const;

async function startedAccount(): Promise<AgreedAccount> {
  const account = await agreedAccount(database.db, 'tuxcare-tam', 'dedicated-tam', {
    name: uuid(),
    from: START.toString(),
  });
  await record(account, { fact: 'contract.started', subjectId: account.contractId }, START);
  return account;
}

const record = (
  { accountId, contractId }: AgreedAccount,
  fact: Pick<NewFact, 'fact'> & Partial<NewFact>,
  now: Temporal.Instant,
  seen: (tx: Tx) => Tx = (tx) => tx,
) =>
  database.db.write(SYSTEM, (tx) =>
    recordFacts(seen(tx), [{ accountId, contractId, subjectId: uuid(), ...fact }], BY, now),
  );

/** Something happens some hours after the last thing, and is recorded some hours late; or nobody does anything. */
const step = fc.record({
  hours: fc.nat(24 * 12),
  late: fc.oneof(fc.constant(0), fc.nat(24 * 25)),
  what: fc.constantFrom('hours.logged', 'hours.excess-approved', 'cadence-call.held', 'site-visit.held', 'time'),
  seconds: fc.integer({ min: -3600, max: 20 * 3600 }),
  looked: fc.boolean(),
});

test('a limit of hours a week reads the week, however long the contract has run', async () => {
  const account = await startedAccount();
  let now = START;
  for (let week = 0; week < 20; week++) {
    now = now.add({ hours: 24 * 7 });
    await wakeAccounts(database.db, now, fail);
    for (let n = 0; n < 3; n++) await record(account, { fact: 'hours.logged', data: { seconds: 600 } }, now);
  }
  const read: Record<string, number> = {};
  const counting = (tx: Tx): Tx => ({
    ...tx,
    prepared: async (name, statement) => {
      const rows = await tx.prepared<never>(name, statement);
      read[name] = rows.length;
      return rows;
    },
  });
  await record(account, { fact: 'hours.logged', data: { seconds: 600 } }, now.add({ minutes: 1 }), counting);
  // The start of the contract, and the three entries of the week before this one; a row of the week.
  expect(read['ledger-facts-names-windows']).toBe(4);
  expect(read['ledger-rows-of-promises']).toBe(1);
}, 60_000);

test('whatever is recorded, late or not, and whenever somebody looks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const account = await startedAccount();
      let now = START;
      let since = 0;
      for (const { hours, late, what, seconds, looked } of steps) {
        now = now.add({ hours });
        since += hours;
        if (looked) await wakeAccounts(database.db, now, fail);
        const at = now.subtract({ hours: Math.min(late, since) });
        const data = what.startsWith('hours.') ? { seconds } : {};
        if (what !== 'time') await record(account, { fact: what, at, data }, now);
        const found = await database.db.read(SYSTEM, (tx) => verifyLedger(tx, account.accountId, now));
        expect(found.differences).toEqual([]);
      }
      // What has ended is woken no more: the next life runs alone.
      await record(account, { fact: 'contract.ended', subjectId: account.contractId }, now);
    }),
    { numRuns: 30 },
  );
}, 120_000);
