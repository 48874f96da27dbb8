import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { indexConditions } from '../../../../tests/support/index-conditions.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { movableClock } from '../platform/clock/clock.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { unitsDue } from './due-views.ts';
import { recordFacts } from './record-facts.ts';
import { startWatcher } from './watcher.ts';

const NOW = Temporal.Instant.from('2026-06-01T08:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function owner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

test('an account that fails is looked at again with the next look, not at once, and holds up no other', async () => {
  const accounts = [];
  for (const name of ['Broken', 'Sound']) {
    const { accountId, contractId } = await agreedAccount(database.db, 'almacare', 'enhanced', { ...ALMACARE, name });
    const fact = { accountId, contractId, fact: 'incident.received', subjectId: uuid(), data: { severity: 1 } };
    await database.db.write(SYSTEM, (tx) => recordFacts(tx, [fact], { side: 'customer', via: 'test' }, NOW));
    accounts.push(accountId);
  }
  const [broken = '', sound = ''] = accounts;
  await owner(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'a bug'; end $$;
    create trigger refuse before update on obligation for each row when (new.account_id = '${broken}') execute function refuse();`);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const peekEvery = 123_457;
  const failed: (string | undefined)[] = [];
  const woken: string[] = [];
  const watcher = startWatcher({
    db: database.db,
    clock: movableClock(NOW.add({ hours: 1 })),
    onWoken: (found) => woken.push(...found.accounts),
    onFailure: (_error, accountId) => failed.push(accountId),
    peekEvery,
  });
  try {
    await expect.poll(() => timers.mock.calls.some(([, delay]) => delay === peekEvery)).toBe(true);
    expect([failed, woken]).toEqual([[broken], [sound]]);
    await owner('drop trigger refuse on obligation');
    watcher.nudge();
    await expect.poll(() => woken).toEqual([sound, broken]);
  } finally {
    await watcher.stop();
  }
});

test('what is due in an account is found without reading all that was ever owed in it', async () => {
  const conditions = await indexConditions(database.db, (tx) => unitsDue(tx, uuid(), 0, 10));
  expect(conditions).toMatch(/account_id = .* AND \(wake_at <= /);
});
