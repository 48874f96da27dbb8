/** Deadlines that are found while others are at work: whoever loses a deadlock looks again, and nothing is said to have failed. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { mayBeRepeated } from '../platform/http/thrown.ts';
import { recordFacts } from './record-facts.ts';
import { wakeAccounts, type Woken } from './wake-accounts.ts';

const NOW = Temporal.Instant.from('2026-06-01T08:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function waiting(): Promise<number> {
  const rows = await database.db.read(SYSTEM, (tx) =>
    tx.rows(
      sql`select from pg_locks l join pg_stat_activity a on a.pid = l.pid where a.datname = current_database() and not l.granted`,
    ),
  );
  return rows.length;
}

test('an account whose waking loses a deadlock is woken by the next try', async () => {
  const { accountId, contractId } = await agreedAccount(database.db, 'almacare', 'enhanced', ALMACARE);
  const subjectId = uuid();
  const fact = { accountId, contractId, fact: 'incident.received', subjectId, data: { severity: 1 } };
  await database.db.write(SYSTEM, (tx) => recordFacts(tx, [fact], { side: 'customer', via: 'test' }, NOW));
  const failed: unknown[] = [];
  let waking: Promise<Woken> | undefined;
  const other = database.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`select from obligation where account_id = ${accountId} for update`);
    waking = wakeAccounts(database.db, NOW.add({ hours: 1 }), (_account, error) => failed.push(error));
    // It has the account, and waits for the row. It began to wait first, so that PostgreSQL ends it and not the other.
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`standing ${accountId}`}, 7))`);
    return { ok: true };
  });
  // Unless the machine was busy for a second just then: nothing is shown then, and nothing fails.
  await other.catch((error: unknown) => {
    if (!mayBeRepeated(error)) throw error;
  });
  expect([(await waking)?.accounts, failed]).toEqual([[accountId], []]);
  const breaches = await database.db.read(SYSTEM, (tx) =>
    tx.rows(sql`select o.state, count(*)::int as told from obligation o join journal j on j.account_id = o.account_id and j.subject_id = o.id
      where o.subject_id = ${subjectId} and o.promise = 'first-response' and j.fact = 'obligation.breached' group by o.state`),
  );
  expect(breaches).toEqual([{ state: 'breached', told: 1 }]);
});
