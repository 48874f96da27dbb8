/** Requests are counted for the person, or for the network of whoever is not signed in; nobody chooses whom theirs count for. */
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApplication } from '../packages/server/src/application/index.ts';
import { systemClock } from '../packages/server/src/platform/clock/clock.ts';
import { diskStore } from '../packages/server/src/platform/files/store-on-disk.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

const ALLOWED = 3;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type Call = { readonly from: string; readonly forwarded?: string; readonly url?: string };

/** The answers of a fresh server to these calls, in their order. */
async function answersTo(calls: readonly Call[]) {
  const app = await buildApplication({
    db: database.db,
    clock: systemClock,
    files: diskStore(tmpdir()),
    publicUrl: 'http://tamarack.test',
    version: '0.0.0-test',
    hasMailServer: false,
    requestsPerMinute: ALLOWED,
    trustedProxies: ['172.17.0.0/16'],
    visitorOf: () => Promise.resolve(undefined),
  });
  const answers = [];
  for (const { from, forwarded, url = '/api/v1/sign-in-options' } of calls)
    answers.push(
      await app.inject({
        url,
        remoteAddress: from,
        headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      }),
    );
  await app.close();
  return answers;
}
const statusesOf = async (calls: readonly Call[]) => (await answersTo(calls)).map(({ statusCode }) => statusCode);
const five = <T>(make: (i: number) => T) => Array.from({ length: ALLOWED + 2 }, (_, i) => make(i));
const REFUSED_AT_LAST = [200, 200, 200, 429, 429];

test('the answers say what is left, and then how long to wait', async () => {
  const answers = await answersTo(five(() => ({ from: '203.0.113.1' })));
  expect(answers[0]?.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '2' });
  expect(answers.at(-1)?.json()).toMatchObject({ code: 'request.too-many', status: 429 });
  expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
});

describe('a caller is counted as one', () => {
  test.each<[string, (i: number) => Call]>([
    ['whatever it says of itself', (i) => ({ from: '203.0.113.1', forwarded: `198.51.100.${i}` })],
    ['whatever its proxy heard from it', (i) => ({ from: '172.17.0.1', forwarded: `198.51.100.${i}, 203.0.113.1` })],
    ['from whichever address of its IPv6 network', (i) => ({ from: `2001:db8:1:2::${i}` })],
    [
      'however it spells the address',
      (i) => ({ from: '203.0.113.1', url: i < 2 ? '/api/v1/sign-in-options' : '/%61pi/v1/sign-in-options' }),
    ],
  ])('%s', async (_what, call) => {
    expect(await statusesOf(five(call))).toEqual(REFUSED_AT_LAST);
  });
});

test('callers behind a trusted proxy are counted apart', async () => {
  for (const from of ['127.0.0.1', '::1', '172.17.0.1'])
    expect(await statusesOf(five((i) => ({ from, forwarded: `198.51.100.${i}` })))).toEqual(Array(5).fill(200));
});
