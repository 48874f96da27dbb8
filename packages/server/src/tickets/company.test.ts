/** Around one ticket: splitting, relations, drafts, and who is there. */
import { v7 as uuid } from 'uuid';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, startDesk } from '../../../../tests/support/desk.ts';
import type { Person, TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let accountId: string;
let submit: Desk['submit'];
let ticket: { readonly id: string; readonly reference: number };
beforeAll(async () => {
  ({ server, engineer, lead, accountId, submit } = await startDesk());
});
afterAll(() => server.stop());
beforeEach(async () => {
  ticket = (await submit()).body;
});

const on = (by: Person, method: string, path: string, body?: object) =>
  server.call(by, method, `/accounts/${accountId}/tickets/${ticket.id}${path}`, { body });
const pass = (minutes: number) => server.clock.moveTo(server.clock.now().add({ minutes }));

test('messages move into a ticket with the requester and clocks of its own; in the first a line leads there', async () => {
  await on(engineer, 'POST', '/messages', { body: 'We look at it.' });
  const { body: said } = await on(lead, 'POST', '/messages', { body: 'By the way, the printer burns.' });
  await on(engineer, 'POST', '/messages', { body: 'Among us: a fire.', audience: 'internal' });
  pass(10);
  const wanted = { subject: 'Printer burns', messageIds: [said.id], severity: 1 };
  const split = await on(engineer, 'POST', '/splitting', wanted);
  expect(split.status).toBe(201);
  expect(split.body).toMatchObject({
    ...{ subject: 'Printer burns', severity: 1, state: 'open', requester: { name: 'Lena Lead' }, breached: false },
    receivedAt: server.clock.now().toString(),
    relations: [{ id: ticket.id, says: 'split-from' }],
    next: { title: 'First response' },
  });
  const copied = await server.call(lead, 'GET', `/accounts/${accountId}/tickets/${split.body.id}/messages`);
  expect(copied.body.rows).toMatchObject([{ body: said.body, author: { name: 'Lena Lead' }, at: said.at }]);
  const here = await on(lead, 'GET', '/messages');
  const { reference } = split.body;
  expect(here.body.rows).toMatchObject([
    { body: 'Since noon.', movedTo: null },
    { body: 'We look at it.', movedTo: null },
    {
      id: said.id,
      body: '',
      files: [],
      at: said.at,
      movedTo: { id: split.body.id, reference, subject: 'Printer burns' },
    },
  ]);
  const found = async (words: string) =>
    (await server.call(lead, 'GET', `/tickets?accountId=${accountId}&search=${words}`)).body.rows.map(
      ({ id }: { id: string }) => id,
    );
  expect(await found('printer+burns')).toEqual([split.body.id]);
  const heard = await server.call(lead, 'GET', `/accounts/${accountId}/facts?subjectId=${ticket.id}`);
  expect(heard.body.rows.filter(({ fact }: { fact: string }) => fact === 'incident.split')).toHaveLength(1);
  expect((await on(lead, 'GET', '')).body.relations).toMatchObject([{ id: split.body.id, says: 'split-into' }]);
  // Not what is of another ticket, was moved before, or says what this ticket is about; nothing is written then.
  for (const messageId of [uuid(), said.id, here.body.rows[0].id])
    expect((await on(engineer, 'POST', '/splitting', { ...wanted, messageIds: [messageId] })).body.code).toBe(
      'value.not-allowed',
    );
  expect((await on(lead, 'GET', '')).body.relations).toHaveLength(1);
  expect((await on(engineer, 'POST', '/splitting', { ...wanted, severity: 9 })).body.code).toBe('value.not-allowed');
  expect((await on(lead, 'POST', '/splitting', wanted)).status).toBe(403);
  const { body: verified } = await server.call(engineer, 'POST', `/accounts/${accountId}/verification`);
  expect(verified.differences).toEqual([]);
});

test('two tickets are related once, read from both sides', async () => {
  const other = (await submit()).body;
  const relation = (by: Person, method: string, body?: object) => on(by, method, `/relations/${other.id}`, body);
  await relation(engineer, 'PUT', { says: 'relates-to' });
  const related = await relation(engineer, 'PUT', { says: 'caused-by' });
  expect(related.body.relations).toMatchObject([{ id: other.id, says: 'caused-by' }]);
  const back = await server.call(lead, 'GET', `/accounts/${accountId}/tickets/${other.id}`);
  expect(back.body.relations).toMatchObject([{ id: ticket.id, says: 'causes' }]);
  expect((await on(engineer, 'PUT', `/relations/${ticket.id}`, { says: 'relates-to' })).body.code).toBe(
    'value.not-allowed',
  );
  expect((await relation(lead, 'DELETE')).status).toBe(403);
  expect((await relation(engineer, 'DELETE')).body.relations).toEqual([]);
});

test('a draft is one’s own, and forgotten once the message is sent', async () => {
  expect((await on(engineer, 'GET', '/drafts/shared')).body).toEqual({ draft: null });
  await on(engineer, 'PUT', '/drafts/shared', { body: 'Dear' });
  await on(engineer, 'PUT', '/drafts/shared', { body: 'Dear Lena' });
  expect((await on(engineer, 'GET', '/drafts/shared')).body.draft).toMatchObject({ body: 'Dear Lena' });
  const colleague = await server.staff('Carl Colleague', 'support-engineer');
  expect((await on(colleague, 'GET', '/drafts/shared')).body).toEqual({ draft: null });
  const seen = await server.db.read({ ...SYSTEM, personId: colleague.id }, (tx) =>
    tx.rows(sql`select body from ticket_draft`),
  );
  expect(seen).toEqual([]);
  expect((await on(lead, 'PUT', '/drafts/internal', { body: 'x' })).body.code).toBe('access.denied');
  await on(engineer, 'POST', '/messages', { body: 'Dear Lena, done.' });
  expect((await on(engineer, 'GET', '/drafts/shared')).body).toEqual({ draft: null });
  await on(lead, 'PUT', '/drafts/shared', { body: 'x' });
  expect((await on(lead, 'DELETE', '/drafts/shared')).status).toBe(204);
  expect((await on(lead, 'GET', '/drafts/shared')).body).toEqual({ draft: null });
});

test('a reply and an internal note have drafts of their own: sending or forgetting one leaves the other', async () => {
  const drafts = async () =>
    Promise.all(
      ['shared', 'internal'].map(
        async (audience) => (await on(engineer, 'GET', `/drafts/${audience}`)).body.draft?.body as string | undefined,
      ),
    );
  const keep = async () => {
    await on(engineer, 'PUT', '/drafts/internal', { body: 'They do not pay.' });
    await on(engineer, 'PUT', '/drafts/shared', { body: 'Dear Lena' });
  };
  await keep();
  expect(await drafts()).toEqual(['Dear Lena', 'They do not pay.']);
  await on(engineer, 'POST', '/messages', { body: 'Dear Lena, done.' });
  expect(await drafts()).toEqual([undefined, 'They do not pay.']);
  await keep();
  await on(engineer, 'POST', '/messages', { body: 'They do not pay.', audience: 'internal' });
  expect(await drafts()).toEqual(['Dear Lena', undefined]);
  await keep();
  await on(engineer, 'DELETE', '/drafts/shared');
  expect(await drafts()).toEqual([undefined, 'They do not pay.']);
});

test('who is there is known for 45 seconds; customers know of their own side', async () => {
  const colleague = await server.staff('Dora Desk', 'support-engineer');
  const be = async (by: Person, doing = 'looks') =>
    (await on(by, 'PUT', '/presence', { doing })).body.others.map(
      (one: { name: string; doing: string }) => `${one.name} ${one.doing}`,
    );
  expect(await be(engineer)).toEqual([]);
  expect(await be(lead)).toEqual([]);
  expect(await be(colleague, 'writes')).toEqual(['Erin Engineer looks', 'Lena Lead looks']);
  expect(await be(engineer)).toEqual(['Dora Desk writes', 'Lena Lead looks']);
  expect((await on(colleague, 'DELETE', '/presence')).status).toBe(204);
  expect(await be(engineer)).toEqual(['Lena Lead looks']);
  server.clock.moveTo(server.clock.now().add({ seconds: 46 }));
  expect(await be(colleague)).toEqual([]);
});
