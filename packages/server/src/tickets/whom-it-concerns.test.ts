/** Whom a ticket can be given to and who can be named on it: nobody who would not see it; and who works on it by a team's role. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { record } from '../../../../tests/support/record.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';

let server: TestApplication;
let serving: Person;
let colleague: Person;
let accountId: string;
let path: string;
beforeAll(async () => {
  server = await startTestApplication();
  const account = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  ({ accountId } = account);
  const ticketId = uuid();
  await record(server, account, 'incident.received', ticketId, { title: 'Nothing boots', data: { severity: 2 } });
  serving = await server.staff('Erin Engineer', 'support-engineer');
  await server.serves(serving, accountId, 'support-engineer');
  colleague = await server.staff('Carl Colleague', 'support-engineer');
  path = `/accounts/${accountId}/tickets/${ticketId}`;
});
afterAll(() => server.stop());

const give = async (assignee: Person) => {
  const { body: ticket } = await server.call(serving, 'GET', path);
  const headers = { 'if-match': `"${ticket.version}"` };
  const { status } = await server.call(serving, 'PATCH', path, { body: { assigneeId: assignee.id }, headers });
  return status;
};
const name = async (person: Person) => {
  const body = { body: 'Can you look?', audience: 'internal', mentions: [person.id] };
  return (await server.call(serving, 'POST', `${path}/messages`, { body })).status;
};

test('where staff see all accounts, all who work on tickets can be given one, and all can be named', async () => {
  const executive = await server.staff('Xenia Executive', 'executive');
  expect([await give(colleague), await give(serving), await give(executive)]).toEqual([200, 200, 422]);
  expect([await name(colleague), await name(executive)]).toEqual([201, 201]);
});

test('where staff see the accounts that they serve, others cannot be given its tickets, nor be named on them', async () => {
  await server.setting('staff-see', 'served');
  const admin = await server.staff('Ada Admin', 'administrator');
  expect([await give(colleague), await give(serving), await give(admin)]).toEqual([422, 200, 200]);
  expect([await name(colleague), await name(admin)]).toEqual([422, 201]);
});

test('whoever serves an account in a role that works on tickets does so there, whatever the house calls them', async () => {
  const executive = await server.staff('Elin Executive', 'executive');
  await server.serves(executive, accountId, 'support-engineer');
  const call = (method: string, below: string, body?: object) =>
    server.call(executive, method, `${path}${below}`, { body });
  expect((await call('GET', '')).body.mayChange).toBe(true);
  expect((await call('PUT', '/drafts/internal', { body: 'It is the fuse' })).status).toBe(200);
  expect((await call('POST', '/messages', { body: 'It is the fuse.', audience: 'internal' })).status).toBe(201);
  expect(
    (await call('POST', '/ending', { how: 'resolved', because: 'fixed', note: 'Fuse replaced.' })).body.state,
  ).toBe('resolved');
});
