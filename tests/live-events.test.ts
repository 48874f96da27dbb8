/** Live events over real HTTP: what a viewer may see, and nothing missed when the line was cut. */
import pg from 'pg';
import sql, { type Sql } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { agreedAccount, ALMACARE, type AgreedAccount } from './support/agreed-account.ts';
import { startTestApplication, type Person, type TestApplication } from './support/test-application.ts';
import { recordFacts } from '../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../packages/server/src/platform/database/actor.ts';
import { listenUntil } from '../packages/server/src/serve/listen-until.ts';
import type { NewFact } from '../packages/server/src/journal/index.ts';

let server: TestApplication;
let address: string;
let mine: AgreedAccount;
let foreign: AgreedAccount;
let lead: Person;
beforeAll(async () => {
  server = await startTestApplication();
  address = await server.app.listen({ port: 0, host: '127.0.0.1' });
  mine = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  foreign = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Foreign' });
  lead = await server.customer('Lena Lead', mine.accountId, 'technical-lead');
});
afterAll(() => server.stop());

const record = ({ accountId, contractId }: AgreedAccount, fact: Partial<NewFact>) =>
  server.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      [{ accountId, contractId, fact: 'incident.replied', subjectId: uuid(), ...fact }],
      { side: 'provider', via: 'test' },
      server.clock.now(),
    ),
  );

type Heard = { id: string; data: { accountId: string; fact: string } };
/** Reads events until `count` came; the stream is cut then. */
async function hear(
  count: number,
  lastEventId?: string,
  opened: () => void = () => undefined,
  who: Person = lead,
): Promise<Heard[]> {
  const ending = new AbortController();
  const headers = {
    authorization: `Test ${who.id}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const reply = await fetch(`${address}/api/v1/events`, { headers, signal: ending.signal });
  expect(reply.headers.get('content-type')).toContain('text/event-stream');
  const heard: Heard[] = [];
  let text = '';
  for await (const chunk of reply.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    if (text === '') opened();
    text += chunk;
    heard.length = 0;
    for (const [, id = '', data = ''] of text.matchAll(/id: (\S+)\nevent: fact\ndata: (.*)\n\n/g))
      heard.push({ id, data: JSON.parse(data) });
    if (heard.length >= count) break;
  }
  ending.abort();
  return heard;
}

test('a customer hears of its own account, never of another’s nor of what is internal', async () => {
  const heard = await hear(2, undefined, () => {
    void (async () => {
      await record(foreign, {});
      await record(mine, { audience: 'internal' });
      await record(mine, {});
      await record(mine, { fact: 'incident.received', data: { severity: 4 } });
    })();
  });
  expect(heard.slice(0, 2).map(({ data }) => [data.accountId, data.fact])).toEqual([
    [mine.accountId, 'incident.replied'],
    [mine.accountId, 'incident.received'],
  ]);
});

test('reconnecting misses nothing, and hears nothing twice', async () => {
  const [first] = await hear(1, undefined, () => void record(mine, {}));
  await record(mine, { fact: 'incident.assigned' });
  await record(foreign, {});
  await record(mine, { fact: 'incident.escalated' });
  const heard = await hear(2, first?.id);
  expect(heard.map(({ data }) => data.fact)).toEqual(['incident.assigned', 'incident.escalated']);
});

test('what was taken away a moment ago is not heard of any more', async () => {
  const second = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Second' });
  const member = await server.customer('Mona Member', mine.accountId, 'technical-lead');
  const joins = (accountId: string) => sql`insert into membership (account_id, person_id, role, since)
    values (${accountId}, ${member.id}, 'technical-lead', ${server.clock.now().toString()})`;
  const change = (statement: Sql) =>
    server.db.write(SYSTEM, async (tx) => ({ ok: true as const, value: await tx.run(statement) }));
  await change(joins(second.accountId));
  const leaves = sql`delete from membership where account_id = ${mine.accountId} and person_id = ${member.id}`;
  const heard = await hear(
    1,
    undefined,
    () => {
      void (async () => {
        await change(leaves);
        await record(mine, {});
        await record(second, {});
      })();
    },
    member,
  );
  expect(heard.map(({ data }) => data.accountId)).toEqual([second.accountId]);
});

test('who comes to a ticket is told without leaving a trace in the journal, and a customer not of the provider’s people', async () => {
  const engineer = await server.staff('Erin Engineer', 'support-engineer');
  const other = await server.customer('Otto Other', mine.accountId, 'technical-lead');
  const ticketId = uuid();
  await record(mine, { fact: 'incident.received', subjectId: ticketId, data: { severity: 4 } });
  const path = `/accounts/${mine.accountId}/tickets/${ticketId}/presence`;
  const hearing = async (who: Person, opened: () => Promise<unknown>) => {
    const ending = new AbortController();
    const headers = { authorization: `Test ${who.id}` };
    const reply = await fetch(`${address}/api/v1/events`, { headers, signal: ending.signal });
    let text = '';
    for await (const chunk of reply.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      if (text === '') void opened();
      text += chunk;
      if (text.includes('"fact":"incident.replied"')) break;
    }
    ending.abort();
    return text.match(/event: presence\ndata: .*\n/g) ?? [];
  };
  const come = (who: Person) => async () => {
    await server.call(who, 'PUT', path, { body: { doing: 'looks' } });
    await record(mine, {});
  };
  const said = `event: presence\ndata: ${JSON.stringify({ accountId: mine.accountId, ticketId })}\n`;
  expect(await hearing(engineer, come(other))).toEqual([said]);
  expect(await hearing(lead, come(engineer))).toEqual([]);
  expect(await hearing(engineer, come(lead))).toEqual([said]);
});

test('nobody in particular hears nothing', async () => {
  const reply = await fetch(`${address}/api/v1/events`);
  expect(reply.status).toBe(401);
});

test('a stream that begins while the server ends, ends with it', async () => {
  const ending = await server.anotherServer();
  const stop = await listenUntil(ending, { port: 0, host: '127.0.0.1' }, new AbortController().signal);
  const holder = new pg.Client({ connectionString: server.ownerUrl });
  await holder.connect();
  // Where the stream begins is read of the journal, and it does not come to that.
  await holder.query('begin; lock table journal in access exclusive mode');
  const asked = fetch(`${ending.listeningOrigin}/api/v1/events`, { headers: { authorization: `Test ${lead.id}` } });
  const waits = `select from pg_locks where not granted and relation = 'journal'::regclass`;
  await expect.poll(async () => (await holder.query(waits)).rowCount).toBeGreaterThan(0);
  const stopped = stop();
  await expect.poll(() => ending.server.listening).toBe(false);
  await holder.query('commit');
  await holder.end();
  expect(await (await asked).text()).toBe('');
  await stopped;
});

test('a stream that cannot begin breaks off, so that the browser comes again', async () => {
  const holder = new pg.Client({ connectionString: server.ownerUrl });
  await holder.connect();
  await holder.query('alter table journal rename to lost');
  const headers = { authorization: `Test ${lead.id}` };
  await expect(fetch(`${address}/api/v1/events`, { headers })).rejects.toThrow('fetch failed');
  await holder.query('alter table lost rename to journal');
  await holder.end();
});
