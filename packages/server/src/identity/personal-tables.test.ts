import pg from 'pg';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  startSignInApplication,
  type Browser,
  type SignInApplication,
} from '../../../../tests/support/sign-in-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { identityTasks } from './index.ts';

let house: SignInApplication;
let ada: Browser;
let owner: pg.Client;
beforeAll(async () => {
  house = await startSignInApplication();
  ada = await house.setUp();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await house.stop();
});

const TABLES = ['session', 'credential', 'second_factor', 'passkey', 'api_token'] as const;
const count = async (table: string) => Number((await owner.query(`select count(*) from ${table}`)).rows[0].count);

test('sessions, passwords and tokens are seen by their own person and nobody else, whatever the code asks', async () => {
  const me = (await ada.send('GET', '/v1/me')).body;
  const stranger = {
    ...SYSTEM,
    side: 'customer',
    accounts: [],
    personId: '00000000-0000-7000-8000-000000000001',
  } as const;
  for (const table of TABLES) {
    const seenBy = (personId: string) =>
      house.db.read(
        { ...stranger, personId },
        async (tx) => (await tx.first<{ n: number }>(sql`select count(*)::int as n from ${raw(table)}`))?.n,
      );
    expect([table, await seenBy(stranger.personId)]).toEqual([table, 0]);
    if (table === 'session' || table === 'credential') expect(await seenBy(me.id)).toBe(1);
  }
});

test('what has expired is forgotten by and by, and nothing else', async () => {
  await house.browser().signIn('nobody@provider.test', 'x');
  await house.browser().send('POST', '/v1/password-resets', { email: 'ada@provider.test' });
  await ada.send('GET', '/auth/passkey/generate-authenticate-options');
  const forget = async (days: number) => {
    const now = house.clock.now().add({ hours: 24 * days });
    await identityTasks['forget-sign-ins']?.(
      {},
      { db: house.db, now, signal: new AbortController().signal, attempt: 1 },
    );
    const counts: number[] = [];
    for (const table of ['session', 'verification', 'sign_in_attempt', 'one_time_link', 'credential'])
      counts.push(await count(table));
    return counts;
  };
  const [sessions, ceremonies, attempts, links] = await forget(0);
  expect([sessions, ceremonies, links]).toEqual([1, 1, 2]);
  expect(attempts).toBeGreaterThan(1);
  expect(await forget(1)).toEqual([1, 0, 0, 2, 1]);
  expect(await forget(8)).toEqual([0, 0, 0, 2, 1]);
  expect(await forget(40)).toEqual([0, 0, 0, 0, 1]);
});
