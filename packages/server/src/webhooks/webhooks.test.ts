/** Webhooks from the journal to a real receiver on this machine, under a moved clock. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { feedWebhooks } from './feed.ts';
import { webhookTasks } from './index.ts';
import { verified } from './oracles/verify.ts';
import { sendAgain } from './send-again-store.ts';
import { secretOf } from './sign.ts';
import { lockWebhook } from './webhook-store.ts';

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly path: string };

let server: TestApplication;
let admin: Person;
let alder: string;
let birch: string;
let receiver: Server;
let address: string;
let heard: Heard[] = [];
let answer: (response: ServerResponse) => void;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  admin = await server.staff('Ada Admin', 'administrator');
  [alder, birch] = [await server.account('Alder'), await server.account('Birch')];
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers, body, path: request.url ?? '' });
      answer(response);
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const bound = receiver.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`;
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await once(receiver, 'close');
  await server.stop();
});
beforeEach(async () => {
  heard = [];
  answer = (response) => response.end('thanks');
  server.clock.moveTo(Temporal.Instant.from('2026-06-01T08:00:00Z'));
  await server.db.write(SYSTEM, async (tx) => ({ ok: true, value: await tx.run(sql`delete from webhook`) }));
});

/** The application of the tests allows no networks, so the address is put in beside it. */
async function hook(wanted: object = {}): Promise<{ id: string; secret: string; version: number }> {
  const body = { url: 'https://example.com/hook', ...wanted };
  const { body: made, status } = await server.call(admin, 'POST', '/webhooks', { body });
  expect(status, JSON.stringify(made)).toBe(200);
  await server.db.write(SYSTEM, async (tx) => ({
    ok: true,
    value: await tx.run(sql`update webhook set url = ${`${address}/hook`} where id = ${made.id}`),
  }));
  return made;
}

/** As somebody else's transaction leaves it; this is no test of recording. */
const happen = (accountId: string, fact: string, audience: 'shared' | 'internal' = 'shared') =>
  server.db.write(SYSTEM, async (tx) => {
    const id = uuid();
    await tx.run(sql`insert into journal (account_id, id, fact, subject_id, at, recorded_at, by_side, via, audience, data)
      values (${accountId}, ${id}, ${fact}, ${uuid()}, ${server.clock.now().toString()}, ${server.clock.now().toString()}, 'system', 'test', ${audience}, '{"severity": 1}')`);
    return { ok: true, value: id };
  });

/** Nothing older of this database runs any more. */
async function canBeFollowed(): Promise<boolean> {
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows(sql`select id from journal where transaction >= (select ended_before()) limit 1`),
  );
  return rows.length === 0;
}

/** Whether a webhook has not been fed all of the journal. */
async function isBehind(): Promise<boolean> {
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows(
      sql`select from webhook w join journal j on (j.transaction, j.position) > (w.fed_transaction, w.fed_position) where w.is_active limit 1`,
    ),
  );
  return rows.length > 0;
}

/** Whether a transaction of this database waits for another one. */
async function waiting(): Promise<boolean> {
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows(
      sql`select from pg_locks l join pg_stat_activity a on a.pid = l.pid where a.datname = current_database() and not l.granted`,
    ),
  );
  return rows.length > 0;
}

/** Feeds, and sends all that is due. */
async function work(): Promise<void> {
  const now = server.clock.now();
  while (!(await canBeFollowed()));
  // A look passes over a webhook that somebody holds just then; the feed of a server looks again.
  do await feedWebhooks(server.db, now);
  while (await isBehind());
  const due = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{
      accountId: string;
      deliveryId: string;
    }>(sql`select account_id as "accountId", id as "deliveryId" from webhook_delivery
      where state = 'waiting' and coalesce(next_try_at, '-infinity') <= ${now.toString()} order by created_at, id`),
  );
  const send = webhookTasks(['127.0.0.0/8'])['send-webhook'];
  const helpers = { db: server.db, now, signal: new AbortController().signal, attempt: 1 };
  for (const delivery of due) await send?.(delivery, helpers);
}
const deliveries = async (id: string, query = '') =>
  (await server.call(admin, 'GET', `/webhooks/${id}/deliveries${query}`)).body.rows;
const pass = (time: { minutes?: number; seconds?: number; hours?: number }) =>
  server.clock.moveTo(server.clock.now().add(time));
const seconds = () => Math.floor(server.clock.now().epochMilliseconds / 1000);

describe('a webhook', () => {
  test('is told what happens from now on, signed, once, and only what it asked for', async () => {
    await happen(alder, 'incident.received');
    const { id, secret } = await hook({ facts: ['incident.*', 'cadence-call.held'], accountId: alder });
    await happen(alder, 'incident.replied');
    await happen(alder, 'incident.noted', 'internal');
    await happen(alder, 'cadence-call.announced');
    await happen(alder, 'cadence-call.held');
    await happen(birch, 'incident.replied');
    await Promise.all([work(), feedWebhooks(server.db, server.clock.now())]);
    await work();
    // In whatever order: a receiver that comes late to one hears others before it.
    const told = heard.map(({ body }) => JSON.parse(body)).toSorted((a, b) => b.type.localeCompare(a.type));
    expect(told.map(({ type }) => type)).toEqual(['incident.replied', 'cadence-call.held']);
    expect(told[0]).toMatchObject({
      timestamp: '2026-06-01T08:00:00Z',
      data: { account: { id: alder, name: 'Alder' }, audience: 'shared', data: { severity: 1 } },
    });
    for (const { headers, body, path } of heard) {
      expect([verified(headers, body, secret, seconds()), path]).toEqual([true, '/hook']);
      expect(headers['content-type']).toBe('application/json');
    }
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    const listed = await deliveries(id);
    expect(listed).toHaveLength(2);
    for (const fact of ['cadence-call.held', 'incident.replied'])
      expect(listed).toContainEqual(
        expect.objectContaining({ fact, state: 'delivered', attempts: 1, status: 200, answer: 'thanks' }),
      );
  });

  test('that asked for it is told what is internal as well', async () => {
    await hook({ withInternal: true });
    await happen(birch, 'incident.noted', 'internal');
    await work();
    expect(heard).toHaveLength(1);
  });

  test('keeps its secret sealed, and the list does not show it', async () => {
    const { secret } = await hook();
    const [kept] = await server.db.read(SYSTEM, (tx) => tx.rows<{ secret: string }>(sql`select secret from webhook`));
    expect(kept?.secret).not.toContain(secret.slice('whsec_'.length, 20));
    expect(JSON.stringify((await server.call(admin, 'GET', '/webhooks')).body)).not.toContain('ecret":"');
  });

  test('signs with both secrets while they overlap, and then with the new one alone', async () => {
    const { id, secret: old } = await hook();
    const { body: rotated } = await server.call(admin, 'POST', `/webhooks/${id}/secret`, { body: { overlapHours: 1 } });
    expect(rotated.oldSecretUntil).toBe('2026-06-01T09:00:00Z');
    const believes = () => {
      const last = heard.at(-1);
      return [old, rotated.secret, secretOf(new Uint8Array(32))].map(
        (secret) => last !== undefined && verified(last.headers, last.body, secret, seconds()),
      );
    };
    await happen(alder, 'incident.replied');
    await work();
    expect(believes()).toEqual([true, true, false]);
    pass({ hours: 1 });
    await happen(alder, 'incident.replied');
    await work();
    expect(believes()).toEqual([false, true, false]);
  });
});

describe('a receiver that fails', () => {
  test('is tried again after growing times under the same id, and heard at last', async () => {
    const { id, secret } = await hook();
    await happen(alder, 'incident.replied');
    answer = (response) => response.writeHead(500).end('x'.repeat(5000));
    await work();
    const [failed] = await deliveries(id);
    expect(failed).toMatchObject({ state: 'waiting', attempts: 1, status: 500, nextTryAt: '2026-06-01T08:00:05Z' });
    expect(failed.answer).toHaveLength(500);
    await work();
    expect(heard).toHaveLength(1);
    pass({ seconds: 5 });
    answer = (response) => response.writeHead(503, { 'retry-after': '3600' }).end();
    await work();
    expect(await deliveries(id)).toMatchObject([{ attempts: 2, nextTryAt: '2026-06-01T09:00:05Z' }]);
    expect((await server.call(admin, 'GET', '/webhooks')).body.rows).toMatchObject([
      { failingSince: '2026-06-01T08:00:00Z', waiting: 1, isActive: true },
    ]);
    pass({ hours: 1 });
    answer = (response) => response.end();
    await work();
    expect(await deliveries(id)).toMatchObject([
      { state: 'delivered', attempts: 3, deliveredAt: '2026-06-01T09:00:05Z' },
    ]);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(
      heard.every(({ headers, body }) => verified(headers, body, secret, Number(headers['webhook-timestamp']))),
    ).toBe(true);
    expect((await server.call(admin, 'GET', '/webhooks')).body.rows).toMatchObject([
      { failingSince: null, waiting: 0 },
    ]);
  });

  test('is heeded where it names the instant at which it wants to be tried again', async () => {
    const { id } = await hook();
    await happen(alder, 'incident.replied');
    answer = (response) => response.writeHead(503, { 'retry-after': 'Mon, 01 Jun 2026 09:00:00 GMT' }).end();
    await work();
    expect(await deliveries(id)).toMatchObject([{ attempts: 1, nextTryAt: '2026-06-01T09:00:00Z' }]);
  });

  test('is given up after ten tries, and what failed is sent again at request', async () => {
    const { id } = await hook();
    await happen(alder, 'incident.replied');
    answer = (response) => response.writeHead(302, { location: `${address}/elsewhere` }).end();
    for (let attempt = 1; attempt <= 12; attempt++) {
      await work();
      pass({ hours: 24 });
      if (attempt === 4)
        await server.db.write(SYSTEM, async (tx) => ({
          ok: true,
          value: await tx.run(sql`update webhook set failing_since = null`),
        }));
      if (attempt > 4)
        await server.db.write(SYSTEM, async (tx) => ({
          ok: true,
          value: await tx.run(sql`update webhook set failing_since = ${server.clock.now().toString()}`),
        }));
    }
    expect(heard).toHaveLength(10);
    expect(heard.every(({ path }) => path === '/hook')).toBe(true);
    const [failed] = await deliveries(id, '?state=failed');
    expect(failed).toMatchObject({ attempts: 10, status: 302, error: expect.stringContaining('not followed') });
    answer = (response) => response.end();
    const since = { since: '2026-06-01T00:00:00Z' };
    const again = await server.call(admin, 'POST', `/webhooks/${id}/replay`, { body: since });
    expect(again.body).toEqual({ deliveries: 1 });
    await work();
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
    expect((await server.call(admin, 'POST', `/webhooks/${id}/replay`, { body: since })).body).toEqual({
      deliveries: 0,
    });
    expect((await server.call(admin, 'POST', `/webhooks/${id}/deliveries/${failed.id}/replay`)).status).toBe(204);
    await work();
    expect(heard).toHaveLength(12);
    expect((await server.call(admin, 'POST', `/webhooks/${id}/deliveries/${uuid()}/replay`)).status).toBe(404);
  });

  test('is stopped when it is gone, or dead for five days; what waited goes on once it is back', async () => {
    const { id } = await hook();
    await happen(alder, 'incident.replied');
    answer = (response) => response.writeHead(410).end();
    await work();
    const state = async () => (await server.call(admin, 'GET', '/webhooks')).body.rows[0];
    expect(await state()).toMatchObject({ isActive: false, stoppedBecause: expect.stringContaining('410') });
    expect(
      (await server.call(admin, 'POST', `/webhooks/${id}/replay`, { body: { since: '2026-06-01T00:00:00Z' } })).body
        .code,
    ).toBe('state.not-possible');
    const { version } = await state();
    const goOn = (ifMatch: number) =>
      server.call(admin, 'PATCH', `/webhooks/${id}`, {
        body: { isActive: true },
        headers: { 'if-match': `"${ifMatch}"` },
      });
    expect((await goOn(version - 1)).body.code).toBe('edit.conflict');
    expect((await goOn(version)).body).toMatchObject({ isActive: true, stoppedBecause: null });
    answer = (response) => response.socket?.destroy();
    await work();
    pass({ hours: 5 * 24 });
    await work();
    expect(await state()).toMatchObject({ isActive: false, stoppedBecause: expect.stringContaining('five days') });
    answer = (response) => response.end();
    await goOn((await state()).version);
    await work();
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered' }]);
  });

  test('keeps one worker at a time from other work', async () => {
    const { id } = await hook();
    await happen(alder, 'incident.replied');
    await happen(alder, 'incident.replied');
    answer = (response) => response.writeHead(500).end();
    while (!(await canBeFollowed()));
    await feedWebhooks(server.db, server.clock.now());
    const take = (first: boolean) =>
      server.db.write(SYSTEM, async (tx) => ({
        ok: true,
        value:
          await tx.run(sql`with hung as (select id from webhook_delivery where webhook_id = ${id} order by id limit 1),
            failing as (update webhook set failing_since = ${server.clock.now().toString()} where id = ${id})
          update webhook_delivery d set taken_until = ${first ? server.clock.now().add({ seconds: 60 }).toString() : null} from hung where d.id = hung.id`),
      }));
    await take(true);
    await work();
    expect([heard.length, (await deliveries(id)).map(({ attempts }: { attempts: number }) => attempts)]).toEqual([
      0,
      [0, 0],
    ]);
    await take(false);
    await work();
    expect(heard).toHaveLength(2);
  });

  test('that answers without end is cut off', async () => {
    const { id } = await hook();
    await happen(alder, 'incident.replied');
    answer = (response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 1);
      response.on('close', () => clearInterval(timer));
    };
    await work();
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered' }]);
  });

  test('that answers with what no text can hold is heard once', async () => {
    const { id } = await hook();
    await happen(alder, 'incident.replied');
    answer = (response) => response.end('a\0b');
    await work();
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', answer: 'a\ufffdb' }]);
    expect(heard).toHaveLength(1);
  });

  test('that would rather speak another protocol keeps no worker', async () => {
    const { id } = await hook();
    await happen(alder, 'incident.replied');
    answer = (response) =>
      response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n');
    await work();
    expect(await deliveries(id)).toMatchObject([{ state: 'waiting', attempts: 1, status: 101 }]);
  });
});

test('what waits is not told any more, nor again, once a webhook is not told what is internal', async () => {
  const { id, version } = await hook({ withInternal: true });
  await happen(alder, 'incident.noted', 'internal');
  while (!(await canBeFollowed()));
  await feedWebhooks(server.db, server.clock.now());
  const headers = { 'if-match': `"${version}"` };
  const changed = await server.call(admin, 'PATCH', `/webhooks/${id}`, { body: { withInternal: false }, headers });
  expect(changed.status).toBe(200);
  await work();
  const since = { since: '2026-06-01T00:00:00Z', only: 'all' };
  await server.call(admin, 'POST', `/webhooks/${id}/replay`, { body: since });
  await work();
  expect(heard).toEqual([]);
  expect(await deliveries(id)).toMatchObject([{ state: 'failed', error: expect.stringContaining('internal') }]);
});

test('sending again while a try ends waits for it, and neither fails', async () => {
  const { id } = await hook();
  await happen(alder, 'incident.replied');
  const [deliveryLocked, webhookLocked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  answer = (response) => void webhookLocked.promise.then(() => response.writeHead(500).end());
  // As whoever sends again: the webhook first, then its deliveries.
  const again = server.db.write(SYSTEM, async (tx) => {
    await deliveryLocked.promise;
    await lockWebhook(tx, id);
    webhookLocked.resolve();
    await expect.poll(async () => waiting()).toBe(true);
    await sendAgain(tx, id, { only: 'waiting' }, server.clock.now());
    return { ok: true };
  });
  const sending = work();
  await expect.poll(() => heard.length).toBe(1);
  deliveryLocked.resolve();
  await expect(Promise.all([again, sending])).resolves.toBeDefined();
});

test('a long transaction of another database on the same server holds nothing back', async () => {
  const other = new pg.Client({ connectionString: inject('databaseUrl') });
  await other.connect();
  try {
    await other.query('begin');
    await other.query('select pg_current_xact_id()');
    const { id } = await hook();
    await happen(alder, 'incident.replied');
    await feedWebhooks(server.db, server.clock.now());
    expect(await deliveries(id)).toMatchObject([{ state: 'waiting' }]);
  } finally {
    await other.end();
  }
});

test('an address inside the network is refused when it is entered, and a webhook is the administrator’s', async () => {
  for (const url of ['https://127.0.0.1/x', 'https://[::1]/', 'http://example.com/', 'https://me:pw@example.com/'])
    expect((await server.call(admin, 'POST', '/webhooks', { body: { url } })).body.code, url).toBe('value.not-allowed');
  for (const url of ['ftp://example.com/', 'javascript:alert(1)', 'nonsense'])
    expect((await server.call(admin, 'POST', '/webhooks', { body: { url } })).status, url).toBe(400);
  const { id } = await hook();
  const manager = await server.staff('Mia Manager', 'service-manager');
  expect((await server.call(manager, 'GET', '/webhooks')).status).toBe(403);
  const seen = await server.db.read({ ...SYSTEM, personId: manager.id }, (tx) => tx.rows(sql`select id from webhook`));
  expect(seen).toEqual([]);
  expect((await server.call(admin, 'DELETE', `/webhooks/${id}`)).status).toBe(204);
  expect((await server.call(admin, 'DELETE', `/webhooks/${id}`)).status).toBe(404);
});
