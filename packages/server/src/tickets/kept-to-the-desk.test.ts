/** What the desk keeps to itself reaches no customer by a side way: not by lists, filters, counts, followers, nor an export. */
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { entitle } from '../../../../tests/support/entitle.ts';
import { sealAll } from '../../../../tests/support/lived-in.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';

const QUEUE = 'difficult-customers';

let server: TestApplication;
let engineer: Person;
let lawyer: Person;
let lead: Person;
let accountId: string;
let path: string;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  lawyer = await server.staff('Lars Lawyer', 'executive');
  const agreed = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  ({ accountId } = agreed);
  lead = await server.customer('Lena Lead', accountId, 'technical-lead', 'customer-administrator');
  await entitle(server, accountId, lead);
  const { contractId } = agreed;
  const body = { contractId, kind: 'incident', subject: 'Nothing boots', body: 'Since noon.', severity: 2 };
  const { body: ticket } = await server.call(lead, 'POST', `/accounts/${accountId}/tickets`, { body });
  path = `/accounts/${accountId}/tickets/${ticket.id}`;
  const headers = { 'if-match': `"${ticket.version}"` };
  await server.call(engineer, 'PATCH', path, { body: { queue: QUEUE }, headers });
  const note = { body: 'May we end this?', audience: 'internal', mentions: [lawyer.id] };
  expect((await server.call(engineer, 'POST', `${path}/messages`, { body: note })).status).toBe(201);
});
afterAll(() => server.stop());

const followers = async (by: Person) =>
  (await server.call(by, 'GET', path)).body.followers.map(({ name }: { name: string }) => name);

test('who was named in an internal note is no follower that the customer sees', async () => {
  expect(await followers(engineer)).toEqual(['Erin Engineer', 'Lars Lawyer', 'Lena Lead']);
  expect(await followers(lead)).toEqual(['Lena Lead']);
});

test('the queue is neither shown, nor found by asking for it', async () => {
  expect((await server.call(engineer, 'GET', path)).body.queue).toBe(QUEUE);
  expect((await server.call(lead, 'GET', path)).body.queue).toBeNull();
  expect((await server.call(lead, 'GET', '/tickets')).body.rows).toMatchObject([{ queue: null }]);
  const asked = async (by: Person) => (await server.call(by, 'GET', `/tickets?queue=${QUEUE}`)).body.rows.length;
  expect([await asked(engineer), await asked(lead)]).toEqual([1, 0]);
  expect((await server.call(engineer, 'GET', '/ticket-queues')).body.rows).toEqual([{ name: QUEUE, open: 1 }]);
  expect((await server.call(lawyer, 'GET', '/ticket-queues')).status).toBe(200);
  expect((await server.call(lead, 'GET', '/ticket-queues')).status).toBe(403);
  const view = { name: 'Mine', filter: { queue: QUEUE } };
  const { body: saved } = await server.call(lead, 'POST', '/ticket-views', { body: view });
  const counted = await server.call(lead, 'GET', `/ticket-counts?views=${saved.id}`);
  expect(counted.body.counts).toMatchObject([{ count: 0 }]);
});

test('what customers let prove counts what they see: an internal note moves none of its figures', async () => {
  await sealAll(server.db);
  const counted = async (by: Person) => {
    const { facts, sealed, seals, differences } = (
      await server.call(by, 'POST', `/accounts/${accountId}/verification`, { body: {} })
    ).body;
    expect(differences).toEqual([]);
    return { facts, sealed, seals };
  };
  const [all, before] = [await counted(engineer), await counted(lead)];
  const { rows } = (await server.call(lead, 'GET', `/accounts/${accountId}/facts?limit=100`)).body;
  expect(before).toMatchObject({ facts: rows.length, sealed: rows.length });
  const note = { body: 'They will leave us.', audience: 'internal' };
  await server.call(engineer, 'POST', `${path}/messages`, { body: note });
  await sealAll(server.db);
  expect(await counted(lead)).toEqual(before);
  expect(await counted(engineer)).toEqual({ facts: all.facts + 1, sealed: all.sealed + 1, seals: all.seals + 1 });
});

test('an export holds neither', async () => {
  const exported = async (by: Person) => {
    const url = `/api/v1/accounts/${accountId}/export`;
    const reply = await server.app.inject({ url, headers: { authorization: `Test ${by.id}` } });
    expect(reply.statusCode).toBe(200);
    return gunzipSync(reply.rawPayload).toString('utf8');
  };
  const admin = await server.staff('Ada Admin', 'administrator');
  const [all, seen] = [await exported(admin), await exported(lead)];
  expect([all.includes(QUEUE), all.includes(lawyer.id)]).toEqual([true, true]);
  expect([seen.includes(QUEUE), seen.includes(lawyer.id), seen.includes('May we end this')]).toEqual([
    false,
    false,
    false,
  ]);
});
