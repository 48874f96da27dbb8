import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { openMetrics } from './metrics.ts';
import { serveMetrics } from './serve-metrics.ts';

let database: TestDatabase;
let app: FastifyInstance;
beforeAll(async () => {
  database = await createTestDatabase();
  // As the server is built where TRUSTED_PROXIES names this network.
  app = Fastify({ trustProxy: ['loopback', '172.17.0.0/16'] });
  serveMetrics(
    app,
    openMetrics(database.db, () => Promise.resolve(0)),
    undefined,
  );
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const statusFor = async (remoteAddress: string, headers: Record<string, string> = {}) =>
  (await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode;

test.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('%s is this machine itself', async (address) => {
  expect(await statusFor(address)).toBe(200);
});

test.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])(
  'what a proxy of this machine forwards is somebody else’s (%s), whoever that claims to be',
  async (header) => {
    expect(await statusFor('127.0.0.1', { [header]: '127.0.0.1' })).toBe(404);
  },
);

test('a proxy that is trusted about who calls is no reader, and does not make one', async () => {
  expect(await statusFor('172.17.0.1')).toBe(404);
  expect(await statusFor('172.17.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
  expect(await statusFor('203.0.113.9', { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
});
