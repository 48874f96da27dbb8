/** Escalation by the customer (AC16): who may, who is told, what the description promises on it, and how it ends. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, startDesk } from '../../../../tests/support/desk.ts';
import type { Person, TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let senior: Person;
let manager: Person;
let lead: Person;
let stakeholder: Person;
let accountId: string;
let contractId: string;
let submit: Desk['submit'];
let ticket: { readonly id: string; readonly reference: number };
beforeAll(async () => {
  ({ server, engineer, lead, accountId, contractId, submit } = await startDesk());
  senior = await server.staff('Sam Senior', 'senior-support-engineer');
  manager = await server.staff('Mara Manager', 'team-lead');
  stakeholder = await server.customer('Stan Stakeholder', accountId, 'stakeholder');
  await server.serves(engineer, accountId, 'support-engineer');
  await server.serves(senior, accountId, 'senior-support-engineer');
  await server.serves(manager, accountId, 'team-lead');
});
afterAll(() => server.stop());
beforeEach(async () => {
  ticket = (await submit({ severity: 3 })).body;
});

const on = (by: Person, method: string, path: string, body?: object) =>
  server.call(by, method, `/accounts/${accountId}/tickets/${ticket.id}${path}`, { body });
const escalate = (by: Person = lead, ladder = 'customer') =>
  on(by, 'POST', '/escalations', { ladder, reason: 'A week without an answer that helps.' });
async function told(person: Person): Promise<string[]> {
  const { body } = await server.call(person, 'GET', '/me/notifications?unread=true&limit=100');
  await server.call(person, 'POST', '/me/notifications/read', { body: { all: true } });
  expect(body.rows.filter(({ ticketId }: { ticketId: string | null }) => ticketId === null)).toEqual([]);
  return body.rows.map(({ kind }: { kind: string }) => kind);
}
const promised = async () =>
  (await server.call(lead, 'GET', `/accounts/${accountId}/obligations?promise=escalation-taken&limit=200`)).body.rows;

test('the ladder, who may use it and who takes its steps are the description’s', async () => {
  const { body } = await on(lead, 'GET', '/terms');
  expect(body.ladders).toEqual([
    {
      ...{ ladder: 'customer', title: 'Escalation by the customer', by: 'Technical lead', mayRaise: true },
      grounds: ['The incident is not resolved', 'The customer is dissatisfied'],
      steps: ['Technical senior support engineer', 'Team lead or manager', 'Chief experience officer'].map((role) => ({
        role,
        within: null,
        says: null,
      })),
    },
  ]);
  for (const other of [stakeholder, engineer]) {
    expect((await on(other, 'GET', '/terms')).body.ladders[0].mayRaise).toBe(false);
    expect((await escalate(other)).body).toMatchObject({
      code: 'access.denied',
      detail: 'It can be escalated by Lena Lead.',
    });
  }
  expect((await escalate(lead, 'not-a-ladder')).body.code).toBe('value.not-allowed');
});

test('raised: the promise on it opens, the first step and the desk are told, everybody sees it', async () => {
  await on(engineer, 'POST', '/messages', { body: 'We look at it.' });
  for (const each of [engineer, senior, manager]) await told(each);
  const { status, body } = await escalate();
  expect(status).toBe(201);
  expect(body.escalations).toMatchObject([
    {
      ...{ step: 1, role: 'Technical senior support engineer', nextRole: 'Team lead or manager', state: 'raised' },
      ...{ reason: 'A week without an answer that helps.', by: { name: 'Lena Lead' }, takenBy: null },
    },
  ]);
  expect([await told(senior), await told(engineer), await told(manager), await told(lead)]).toEqual([
    ['ticket.escalated'],
    ['ticket.escalated'],
    [],
    ['ticket.replied'],
  ]);
  expect(await promised()).toMatchObject([{ state: 'open', subjectId: body.escalations[0].id }]);
  expect((await on(engineer, 'GET', '/terms')).body.escalations).toEqual(body.escalations);
  expect((await escalate()).body.code).toBe('state.not-possible');
});

test('taken up: the promise is kept and the customer is told; a step further tells the next, up to the last', async () => {
  const [{ id }] = (await escalate()).body.escalations;
  for (const each of [senior, manager, lead]) await told(each);
  const step = (by: Person, what: string, body: object = {}) => on(by, 'POST', `/escalations/${id}/${what}`, body);
  expect((await step(lead, 'taking')).status).toBe(403);
  expect((await step(senior, 'closing', { note: 'Nothing.' })).body.code).toBe('state.not-possible');
  const { body: taken } = await step(senior, 'taking');
  expect(taken.escalations).toMatchObject([{ state: 'taken', takenBy: 'Sam Senior' }]);
  expect((await step(manager, 'taking')).body.code).toBe('state.not-possible');
  expect(await told(lead)).toEqual(['ticket.escalation-taken']);
  expect((await promised())[0]).toMatchObject({ state: 'met', subjectId: id });

  expect((await step(engineer, 'next-step', { reason: 'x' })).body.code).toBe('access.denied');
  const { body: further } = await step(lead, 'next-step', { reason: 'Still nothing.' });
  expect(further.escalations).toMatchObject([
    { step: 2, role: 'Team lead or manager', state: 'raised', reason: 'Still nothing.', takenBy: null },
  ]);
  expect(await told(manager)).toEqual(['ticket.escalated']);
  await step(lead, 'next-step', { reason: 'To the very top.' });
  expect((await step(lead, 'next-step', { reason: 'And on.' })).body.code).toBe('state.not-possible');

  // Resolving does not answer somebody who was dissatisfied.
  await on(engineer, 'POST', '/ending', { how: 'resolved', because: 'fixed', note: 'Done.' });
  expect((await on(lead, 'GET', '/terms')).body.escalations).toMatchObject([{ state: 'raised', step: 3 }]);
  await step(manager, 'taking');
  const { body: closed } = await step(manager, 'closing', { note: 'We talked; it is well now.' });
  expect(closed.escalations).toMatchObject([{ state: 'closed' }]);
  expect((await step(lead, 'next-step', { reason: 'Again.' })).body.code).toBe('state.not-possible');
  expect((await escalate()).status).toBe(201);
  const { body: verified } = await server.call(manager, 'POST', `/accounts/${accountId}/verification`);
  expect(verified.differences).toEqual([]);
});

test('a step of another ticket, or of another customer, is not there', async () => {
  const [{ id }] = (await escalate()).body.escalations;
  const { body: other } = await server.call(lead, 'POST', `/accounts/${accountId}/tickets`, {
    body: { contractId, kind: 'incident', subject: 'Another', body: 'One.', severity: 4 },
  });
  const path = `/accounts/${accountId}/tickets/${other.id}/escalations/${id}/taking`;
  expect((await server.call(senior, 'POST', path, { body: {} })).body.code).toBe('record.not-found');
});

test('an escalation of a ticket is not stated by hand, past whom the description lets escalate', async () => {
  const administrator = await server.customer('Cora Administrator', accountId, 'customer-administrator');
  const state = (by: Person, more: object) =>
    server.call(by, 'POST', `/accounts/${accountId}/facts`, { body: { contractId, ...more } });
  const raised = { fact: 'escalation.raised', aboutId: ticket.id, note: 'At once!', data: { step: 'top' } };
  for (const by of [administrator, engineer])
    expect((await state(by, raised)).body).toMatchObject({
      code: 'value.not-allowed',
      detail: expect.stringContaining('on the ticket'),
    });
  const [escalation] = (await escalate()).body.escalations;
  const closed = { fact: 'escalation.closed', subjectId: escalation.id };
  expect((await state(engineer, closed)).body.code).toBe('value.not-allowed');
  // Of something else it is.
  expect((await state(lead, { fact: 'escalation.raised', note: 'Nobody calls back.' })).status).toBe(201);
});

test('a step that is no number, from wherever it came, is the first', async () => {
  const fact = { accountId, contractId, fact: 'escalation.raised', subjectId: uuid(), aboutId: ticket.id };
  for (const step of ['top', '99999999999', 1.5])
    await server.db.write(SYSTEM, (tx) =>
      recordFacts(
        tx,
        [{ ...fact, subjectId: uuid(), data: { step } }],
        { side: 'provider', via: 'test' },
        server.clock.now(),
      ),
    );
  const { status, body } = await on(lead, 'GET', '/terms');
  expect([status, body.escalations?.map(({ step }: { step: number }) => step)]).toEqual([200, [1, 1, 1]]);
});
