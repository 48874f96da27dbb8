/** Whoever follows who comes and goes hears of everybody, in whatever order transactions end. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { startLiveFeed } from '../journal/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { bePresent, leave } from './presence-store.ts';

const NOW = Temporal.Instant.from('2026-06-01T08:00:00Z');
let database: TestDatabase;
let accountId: string;
let personId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const made = await database.db.write(SYSTEM, async (tx) => {
    const account = await tx.first<{ id: string }>(
      sql`insert into account (name, created_at) values ('Alder', now()) returning account_id as id`,
    );
    const person = await tx.first<{ id: string }>(
      sql`insert into person (side, name, email) values ('provider', 'Erin', 'erin@provider.test') returning id`,
    );
    return { ok: true as const, value: [account?.id ?? '', person?.id ?? ''] as const };
  });
  [accountId, personId] = made.value;
});
afterAll(() => database.drop());

const come = (ticketId: string, meanwhile: () => Promise<unknown> = () => Promise.resolve()) =>
  database.db.write(SYSTEM, async (tx) => {
    await bePresent(tx, { accountId, ticketId }, { personId, side: 'provider' }, 'looks', NOW);
    await meanwhile();
    return { ok: true };
  });
const go = (ticketId: string) =>
  database.db.write(SYSTEM, async (tx) => ({
    ok: true,
    value: await leave(tx, { accountId, ticketId }, personId, NOW),
  }));

test('one who came in a transaction that ended late is told of, and nobody twice', async () => {
  const feed = startLiveFeed({
    db: database.db,
    onFailure: (error) => {
      throw error;
    },
    lookEvery: 1_000_000,
  });
  const told: string[] = [];
  feed.listen((_facts, presences) => void told.push(...presences.map(({ ticketId }) => ticketId)));
  await feed.ready();
  const [slow, quick] = [uuid(), uuid()];
  await come(slow, async () => {
    await come(quick);
    feed.nudge();
    // Held back by nobody: a long transaction elsewhere keeps nobody from being seen.
    await expect.poll(() => told).toEqual([quick]);
  });
  feed.nudge();
  await expect.poll(() => told).toEqual([quick, slow]);
  // Saying the same again is no news; going is.
  await come(slow);
  await go(quick);
  feed.nudge();
  await expect.poll(() => told).toEqual([quick, slow, quick]);
  await feed.stop();
});
