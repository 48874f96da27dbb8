/** Sending thousands of deliveries again: in portions, each once, through a stop and a worker that dies. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { webhookTasks } from './index.ts';

const MANY = 1201;
const SINCE = '2026-05-02T00:00:00Z';
let server: TestApplication;
let admin: Person;
let accountId: string;
let webhookId: string;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  admin = await server.staff('Ada Admin', 'administrator');
  accountId = await server.account('Alder');
});
afterAll(() => server.stop());
beforeEach(async () => {
  const made = await server.call(admin, 'POST', '/webhooks', { body: { url: 'https://example.com/hook' } });
  webhookId = made.body.id;
  await run(sql`with fact as (
      insert into journal (account_id, id, fact, subject_id, at, recorded_at, by_side, via)
      select ${accountId}, uuid_v7(), 'incident.replied', ${uuid()}, now(), now(), 'system', 'test' from generate_series(1, ${MANY}) returning account_id, id)
    insert into webhook_delivery (account_id, webhook_id, journal_id, created_at, state, attempts)
    select account_id, ${webhookId}, id, '2026-05-20T08:00:00Z', 'delivered', 3 from fact`);
});

const run = (statement: ReturnType<typeof sql>) =>
  server.db.write(SYSTEM, async (tx) => ({ ok: true, value: await tx.run(statement) }));
const read = <R extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
  server.db.read(SYSTEM, (tx) => tx.rows<R>(statement));
const webhook = async () => {
  const { body } = await server.call(admin, 'GET', '/webhooks');
  return body.rows.find(({ id }: { id: string }) => id === webhookId);
};
const replay = (only: 'all' | 'failed') =>
  server.call(admin, 'POST', `/webhooks/${webhookId}/replay`, { body: { since: SINCE, only } });
/** The jobs as they were enqueued, done by a worker. */
async function goOn(): Promise<void> {
  const left = await read<{ id: string }>(sql`select id from webhook_again where webhook_id = ${webhookId}`);
  const helpers = { db: server.db, now: server.clock.now(), signal: new AbortController().signal, attempt: 1 };
  for (const { id } of left) await webhookTasks([])['send-webhooks-again']?.({ webhookId, againId: id }, helpers);
}
const change = async (isActive: boolean) => {
  const headers = { 'if-match': `"${(await webhook()).version}"` };
  return server.call(admin, 'PATCH', `/webhooks/${webhookId}`, { body: { isActive }, headers });
};

test('the call answers after the first portion, the page shows what is left, and jobs do the rest', async () => {
  const asked = await replay('all');
  expect(asked.body).toEqual({ deliveries: MANY });
  expect(await webhook()).toMatchObject({ waiting: 500, toSendAgain: MANY - 500 });
  await goOn();
  expect(await webhook()).toMatchObject({ waiting: MANY, toSendAgain: 0 });
  expect(await read(sql`select from webhook_delivery where webhook_id = ${webhookId} and attempts > 0`)).toEqual([]);
});

test('how many it will be can be asked before, which sends nothing', async () => {
  const asked = async (query: string) =>
    (await server.call(admin, 'GET', `/webhooks/${webhookId}/replay?${query}`)).body.deliveries;
  await run(sql`update webhook_delivery set state = 'failed' where (account_id, id) in
    (select account_id, id from webhook_delivery where webhook_id = ${webhookId} limit 7)`);
  expect(await asked(`since=${SINCE}&only=all`)).toBe(MANY);
  expect(await asked(`since=${SINCE}`)).toBe(7);
  expect(await asked('since=2026-05-20T08:00:00Z&only=all')).toBe(MANY);
  expect(await asked('since=2026-05-20T08:00:01Z&only=all')).toBe(0);
  expect(await webhook()).toMatchObject({ waiting: 0, toSendAgain: 0 });
  const none = await server.call(admin, 'GET', `/webhooks/${uuid()}/replay?since=${SINCE}`);
  expect(none.body.code).toBe('record.not-found');
});

test('what was sent meanwhile is not sent once more by a job that is done twice', async () => {
  await replay('all');
  await run(sql`update webhook_delivery set state = 'delivered' where webhook_id = ${webhookId} and state = 'waiting'`);
  await goOn();
  await goOn();
  expect(await webhook()).toMatchObject({ waiting: MANY - 500, toSendAgain: 0 });
});

test('a webhook that is stopped in between goes on with it, and of what failed all is sent', async () => {
  await run(sql`update webhook_delivery set state = 'failed' where webhook_id = ${webhookId}`);
  expect((await replay('failed')).body).toEqual({ deliveries: MANY });
  await change(false);
  await goOn();
  expect(await webhook()).toMatchObject({ waiting: 500, toSendAgain: MANY - 500 });
  expect((await change(true)).status).toBe(200);
  await goOn();
  expect(await webhook()).toMatchObject({ waiting: MANY, toSendAgain: 0 });
});
