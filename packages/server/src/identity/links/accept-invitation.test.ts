import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { hashPassword } from '../passwords/hash-password.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { completeSetUp } from './complete-set-up.ts';
import { makeLink } from './link-store.ts';
import { insertPerson } from './newcomer-store.ts';

const NOW = Temporal.Instant.from('2026-11-21T09:00:00.123456789Z');
const password = 'eleven patient storks mend a roof';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(2);
});
afterAll(() => database.drop());

/** Tokens of as many people who were invited. */
async function invited(count: number, domain: string): Promise<readonly string[]> {
  const made = await database.db.write(SYSTEM, async (tx) => {
    const tokens: string[] = [];
    for (let i = 0; i < count; i++) {
      const newcomer = { side: 'provider', name: `Number ${i}`, email: `n${i}@${domain}`, zone: 'UTC' } as const;
      const personId = await insertPerson(tx, newcomer, NOW);
      tokens.push((await makeLink(tx, { kind: 'invitation', personId }, NOW)).token);
    }
    return { ok: true, value: tokens };
  });
  return made.value;
}

/** The same database, and for how many milliseconds its transactions were open. */
function timed(db: Database): { readonly db: Database; readonly open: () => number } {
  let open = 0;
  const during = async <T>(work: Promise<T>): Promise<T> => {
    const begun = performance.now();
    const done = await work;
    open += performance.now() - begun;
    return done;
  };
  return {
    open: () => open,
    db: {
      ...db,
      read: (actor, work) => during(db.read(actor, work)),
      write: (actor, work) => during(db.write(actor, work)),
    },
  };
}

async function hashingTakes(): Promise<number> {
  const begun = performance.now();
  await hashPassword(password);
  return performance.now() - begun;
}

test('no transaction is open while a password is hashed', async () => {
  const [token = ''] = await invited(1, 'one.test');
  const { db, open } = timed(database.db);
  expect(await acceptInvitation(db, token, { name: 'One', password }, NOW)).toMatchObject({ ok: true });
  expect(open()).toBeLessThan(await hashingTakes());
});

test('many at once are let in with two connections', async () => {
  const tokens = await invited(14, 'many.test');
  const answers = await Promise.all(
    tokens.map((token) => acceptInvitation(database.db, token, { name: 'New', password }, NOW)),
  );
  expect(answers.map(({ ok }) => ok)).toEqual(Array(14).fill(true));
});

test('a link that is none costs no hash', async () => {
  const { db, open } = timed(database.db);
  const token = 'A'.repeat(43);
  const owner = { name: 'Eve', email: 'eve@x.test', providerName: 'Eve', zone: 'UTC', password };
  const begun = performance.now();
  const refused = [
    await acceptInvitation(db, token, { name: 'Eve', password }, NOW),
    await completeSetUp(db, token, owner, NOW),
  ];
  const outside = performance.now() - begun - open();
  for (const answer of refused) expect(answer).toMatchObject({ refusal: { code: 'link.not-valid' } });
  expect(outside).toBeLessThan(await hashingTakes());
});

test('a link ends at a whole second', async () => {
  const made = await database.db.write(SYSTEM, async (tx) => ({
    ok: true,
    value: await makeLink(tx, { kind: 'set-up' }, NOW),
  }));
  expect(made.value.expiresAt.toString()).toBe('2026-11-22T09:00:00Z');
});
