/** Who calls, behind proxies: wrong passwords are counted by this address, so nobody may choose it. */
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApplication } from '../packages/server/src/application/index.ts';
import { systemClock } from '../packages/server/src/platform/clock/clock.ts';
import { diskStore } from '../packages/server/src/platform/files/store-on-disk.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The address that the server takes a caller for. */
async function takenFor(
  remoteAddress: string,
  forwarded: string,
  trustedProxies: readonly string[] = [],
): Promise<string> {
  const app = await buildApplication({
    db: database.db,
    clock: systemClock,
    files: diskStore(tmpdir()),
    publicUrl: 'http://tamarack.test',
    version: '0.0.0-test',
    hasMailServer: false,
    trustedProxies,
    visitorOf: () => Promise.resolve(undefined),
    plugins: [(server) => void server.get('/who', ({ ip }) => ({ ip }))],
  });
  const reply = await app.inject({ url: '/who', remoteAddress, headers: { 'x-forwarded-for': forwarded } });
  await app.close();
  return reply.json<{ ip: string }>().ip;
}

test('a proxy of this machine is believed, and nobody else is', async () => {
  expect(await takenFor('127.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
  expect(await takenFor('::1', '198.51.100.7')).toBe('198.51.100.7');
  expect(await takenFor('172.17.0.1', '198.51.100.7')).toBe('172.17.0.1');
});

test('so is one that TRUSTED_PROXIES names', async () => {
  expect(await takenFor('172.17.0.1', '198.51.100.7', ['172.17.0.0/16'])).toBe('198.51.100.7');
  expect(await takenFor('172.18.0.1', '198.51.100.7', ['172.17.0.0/16'])).toBe('172.18.0.1');
  expect(await takenFor('127.0.0.1', '198.51.100.7', ['172.17.0.0/16'])).toBe('198.51.100.7');
});

test('what a caller says of himself is not: the last address that no proxy of ours has is his', async () => {
  expect(await takenFor('127.0.0.1', '203.0.113.9, 198.51.100.7')).toBe('198.51.100.7');
  expect(await takenFor('172.17.0.1', '203.0.113.9, 198.51.100.7, 172.17.0.4', ['172.17.0.0/16'])).toBe('198.51.100.7');
});
