/** What comes along with a ticket or a message: only what whoever attaches it sees, refused by name and never by accident. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from '../../../../tests/support/desk.ts';
import type { Person, TestApplication } from '../../../../tests/support/test-application.ts';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let neighbour: Person;
let accountId: string;
let submit: Desk['submit'];
let nextDoor: string;
let ticketId: string;
beforeAll(async () => {
  ({ server, engineer, lead, accountId, submit } = await startDesk());
  nextDoor = await server.account('Birch');
  neighbour = await server.customer('Nora Neighbour', nextDoor, 'technical-lead');
  ticketId = (await submit()).body.id;
});
afterAll(() => server.stop());

const say = (by: Person, fileIds: readonly string[], audience = 'shared') =>
  server.call(by, 'POST', `/accounts/${accountId}/tickets/${ticketId}/messages`, {
    body: { body: 'See the file.', audience, fileIds },
  });

let uploads = 0;
async function upload(by: Person, account = accountId): Promise<string> {
  uploads += 1;
  const uploaded = await server.app.inject({
    method: 'POST',
    url: `/api/v1/accounts/${account}/files?name=log.txt`,
    headers: { authorization: `Test ${by.id}`, 'content-type': 'application/octet-stream' },
    payload: `line ${uploads}`,
  });
  expect(uploaded.statusCode).toBe(201);
  return uploaded.json<{ id: string }>().id;
}

test('a file that does not exist, is of another account, or is the provider’s own is refused by its place', async () => {
  const internal = await upload(engineer);
  await say(engineer, [internal], 'internal');
  const own = await upload(lead);
  for (const wrong of [uuid(), await upload(neighbour, nextDoor), internal]) {
    const refused = { code: 'value.not-allowed', fields: [{ path: 'fileIds.1' }] };
    expect((await say(lead, [own, wrong])).body).toMatchObject(refused);
    expect((await submit({ fileIds: [own, wrong] })).body).toMatchObject(refused);
  }
  expect((await say(engineer, [internal])).status).toBe(201);
  // Now that it was sent to the customer, the customer may send it on.
  expect((await say(lead, [internal])).status).toBe(201);
});

test('a file that is named twice comes along once', async () => {
  const own = await upload(lead);
  const said = await say(lead, [own, own]);
  expect([said.status, said.body.files.map(({ id }: { id: string }) => id)]).toEqual([201, [own]]);
});

test('a product that is not sold is refused', async () => {
  const refused = { code: 'value.not-allowed', fields: [{ path: 'productId' }] };
  expect((await submit({ productId: uuid() })).body).toMatchObject(refused);
  const { body: ticket } = await server.call(engineer, 'GET', `/accounts/${accountId}/tickets/${ticketId}`);
  const changed = await server.call(engineer, 'PATCH', `/accounts/${accountId}/tickets/${ticketId}`, {
    body: { productId: uuid() },
    headers: { 'if-match': `"${ticket.version}"` },
  });
  expect(changed.body).toMatchObject(refused);
});
