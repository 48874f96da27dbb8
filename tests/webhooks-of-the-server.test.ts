/** Webhooks as an operator has them: a real process with jobs and feed, and a receiver in a network that a setting names. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFacts } from '../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../packages/server/src/platform/database/actor.ts';
import { verified } from '../packages/server/src/webhooks/oracles/verify.ts';
import { agreedAccount, ALMACARE } from './support/agreed-account.ts';
import { freePort, serve, type Served } from './support/served-process.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

const PASSWORD = 'seven quiet otters swim upstream';

let database: TestDatabase;
let served: Served;
beforeAll(async () => {
  database = await createTestDatabase();
  const environment = {
    DATABASE_URL: database.ownerUrl,
    PORT: String(await freePort()),
    WEBHOOK_NETWORKS: '127.0.0.1',
  };
  served = await serve(environment, ['--no-web']);
}, 60_000);
afterAll(async () => {
  await served.end('SIGTERM');
  await database.drop();
});

test('what is committed reaches the receiver by itself', { timeout: 60_000 }, async () => {
  const { url, setUpToken } = served;
  const post = async (path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', origin: url, ...(cookie === '' ? {} : { cookie }) };
    return fetch(url + path, { method: 'POST', body: JSON.stringify(body), headers });
  };
  const ada = { email: 'ada@provider.test', password: PASSWORD };
  await post(`/api/v1/set-up/${await setUpToken()}/completion`, {
    providerName: 'Desk',
    name: 'Ada',
    zone: 'UTC',
    ...ada,
  });
  const signedIn = await post('/api/auth/sign-in/email', ada);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const receiver = createServer().listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const bound = receiver.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/`;
  const made = (await (await post('/api/v1/webhooks', { url: address, facts: ['escalation.*'] }, cookie)).json()) as {
    secret: string;
  };
  expect(made).toMatchObject({ secret: expect.stringContaining('whsec_') });
  const heard = once(receiver, 'request') as Promise<
    [AsyncIterable<Buffer> & { headers: IncomingHttpHeaders }, { end: () => void }]
  >;
  const { accountId, contractId } = await agreedAccount(database.db, 'almacare', 'enhanced', ALMACARE);
  const fact = { accountId, contractId, fact: 'escalation.raised', subjectId: uuid() };
  await database.db.write(SYSTEM, (tx) =>
    recordFacts(tx, [fact], { side: 'provider', via: 'test' }, Temporal.Now.instant()),
  );
  const [request, response] = await heard;
  let body = '';
  for await (const chunk of request) body += chunk.toString();
  response.end();
  expect(JSON.parse(body)).toMatchObject({ type: 'escalation.raised', data: { account: { id: accountId } } });
  expect(verified(request.headers, body, made.secret, Math.floor(Date.now() / 1000))).toBe(true);
  const state = () =>
    database.db.read(SYSTEM, (tx) => tx.first<{ state: string }>(sql`select state from webhook_delivery`));
  await expect.poll(async () => (await state())?.state, { timeout: 10_000 }).toBe('delivered');
  receiver.close();
});
