/** With which reasons a ticket ends: grounds of the description (AC18), and the codes of solutions. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AgreedAccount,
  agreedAccount,
  agreedContract,
  ALMACARE,
} from '../../../../tests/support/agreed-account.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let almacare: AgreedAccount;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  almacare = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  lead = await server.customer('Lena Lead', almacare.accountId, 'technical-lead');
});
afterAll(() => server.stop());

const received = async ({ accountId, contractId }: AgreedAccount) => {
  const subjectId = uuid();
  const fact = { accountId, contractId, fact: 'incident.received', subjectId, data: { severity: 3 } };
  await server.db.write(SYSTEM, (tx) => recordFacts(tx, [fact], { side: 'customer', via: 'test' }, server.clock.now()));
  return subjectId;
};
const end = (id: string, body: object, by = engineer) =>
  server.call(by, 'POST', `/accounts/${almacare.accountId}/tickets/${id}/ending`, {
    body: { note: 'So it is.', ...body },
  });

test('AC18: declined on a ground that the description names, and on no other', async () => {
  const id = await received(almacare);
  for (const because of [undefined, 'not-in-the-mood', 'fixed'])
    expect((await end(id, { how: 'declined', because })).body).toMatchObject({
      code: 'value.not-allowed',
      fields: [{ path: 'because', says: expect.stringContaining('third-party') }],
    });
  const { body: messages } = await server.call(
    engineer,
    'GET',
    `/accounts/${almacare.accountId}/tickets/${id}/messages`,
  );
  expect(messages.rows).toEqual([]);
  expect((await end(id, { how: 'declined', because: 'third-party' })).body).toMatchObject({
    state: 'declined',
    endedBecause: 'third-party',
  });
});

test('the grounds are those of the very contract; one whose description names none leaves the words free', async () => {
  const other = await agreedContract(server.db, almacare.accountId, 'calligo-tam', 'standard');
  const [here, there] = [await received(almacare), await received(other)];
  const groundsOf = async (id: string) =>
    (await server.call(engineer, 'GET', `/accounts/${almacare.accountId}/tickets/${id}/terms`)).body.grounds;
  expect((await groundsOf(here)).map(({ ground }: { ground: string }) => ground)).toContain('third-party');
  expect(await groundsOf(there)).toEqual([]);
  expect((await end(there, { how: 'declined', because: 'out-of-scope' })).body.state).toBe('declined');
});

test('resolved with one of the codes, never without one, one by one and many at once', async () => {
  const [first, second] = [await received(almacare), await received(almacare)];
  expect((await end(first, { how: 'resolved', because: 'third-party' })).body.code).toBe('value.not-allowed');
  expect((await end(first, { how: 'resolved', because: 'answered' })).body.endedBecause).toBe('answered');
  const refusal = {
    code: 'value.not-allowed',
    detail: 'A ticket is resolved with a code that says how it was solved.',
  };
  expect((await end(second, { how: 'resolved' })).body).toMatchObject({
    ...{ ...refusal, remedy: expect.stringMatching(/./) },
    fields: [{ path: 'because', says: expect.stringContaining('fixed, workaround') }],
  });
  const many = (because?: string) =>
    server.call(engineer, 'POST', '/tickets/changes', {
      body: {
        tickets: [{ accountId: almacare.accountId, ticketId: second }],
        action: { do: 'end', how: 'resolved', note: 'Done.', because },
      },
    });
  expect((await many()).body.results[0].refusal.code).toBe('value.not-allowed');
  expect((await many('workaround')).body.results[0].refusal).toBeNull();
});

test('declined with words for the customer, never without', async () => {
  const id = await received(almacare);
  expect((await end(id, { how: 'declined', because: 'third-party', note: ' ' })).body).toMatchObject({
    code: 'value.not-allowed',
    fields: [{ path: 'note', says: 'expected why, and where the customer can turn to' }],
  });
  expect((await end(id, { how: 'declined', because: 'third-party' })).body.state).toBe('declined');
});

test('a customer closes as solved, as not needed, or without a reason; never with what solved it, nor as time does', async () => {
  const [first, second, third] = [await received(almacare), await received(almacare), await received(almacare)];
  for (const because of ['timeout', 'fixed', 'third-party', '__proto__', 'Solved'])
    expect((await end(first, { how: 'closed', because }, lead)).body).toMatchObject({
      code: 'value.not-allowed',
      detail: 'A customer closes a ticket as solved, as not needed any more, or without a reason.',
      remedy: expect.stringMatching(/./),
      fields: [{ path: 'because', says: 'expected one of solved, not-needed' }],
    });
  expect((await end(first, { how: 'closed', because: 'solved' }, lead)).body.endedBecause).toBe('solved');
  expect((await end(second, { how: 'closed', because: 'not-needed' }, lead)).body.endedBecause).toBe('not-needed');
  expect((await end(third, { how: 'closed' }, lead)).body).toMatchObject({ state: 'closed', endedBecause: null });
});

test('the provider closes with a code of a solution or with none; that time ran out is for time to say', async () => {
  const [first, second] = [await received(almacare), await received(almacare)];
  for (const because of ['timeout', 'solved', 'third-party'])
    expect((await end(first, { how: 'closed', because })).body).toMatchObject({
      code: 'value.not-allowed',
      detail: 'The provider closes a ticket with one of the codes of solutions, or with none.',
    });
  const many = { tickets: [{ accountId: almacare.accountId, ticketId: first }] };
  const { body } = await server.call(engineer, 'POST', '/tickets/changes', {
    body: { ...many, action: { do: 'end', how: 'closed', because: 'timeout' } },
  });
  expect(body.results[0].refusal.code).toBe('value.not-allowed');
  expect((await end(first, { how: 'closed', because: 'fixed' })).body.endedBecause).toBe('fixed');
  expect((await end(second, { how: 'closed' })).body.endedBecause).toBeNull();
});

test('closed without a code of its own, a ticket keeps that of its resolution, until it is reopened', async () => {
  const [first, second] = [await received(almacare), await received(almacare)];
  const minute = () => server.clock.moveTo(server.clock.now().add({ minutes: 1 }));
  for (const id of [first, second]) await end(id, { how: 'resolved', because: 'workaround' });
  minute();
  expect((await end(first, { how: 'closed' }, lead)).body).toMatchObject({
    state: 'closed',
    endedBecause: 'workaround',
  });
  expect((await end(second, { how: 'closed', because: 'solved' }, lead)).body.endedBecause).toBe('solved');
  minute();
  const path = `/accounts/${almacare.accountId}/tickets/${first}`;
  const { body } = await server.call(lead, 'POST', `${path}/reopening`, { body: { reason: 'It is back.' } });
  expect(body).toMatchObject({ state: 'open', endedBecause: null });
  minute();
  // What solved it once did not solve it now.
  expect((await end(first, { how: 'closed' }, lead)).body).toMatchObject({ state: 'closed', endedBecause: null });
});

test('whoever of the customer may submit a ticket and reopen it may close it; who only reads may not', async () => {
  const approver = await server.customer('Ada Approver', almacare.accountId, 'approver');
  const stakeholder = await server.customer('Stan Stakeholder', almacare.accountId, 'stakeholder');
  const id = await received(almacare);
  expect((await end(id, { how: 'closed' }, stakeholder)).body.code).toBe('access.denied');
  expect((await end(id, { how: 'resolved' }, approver)).body.code).toBe('access.denied');
  expect((await end(id, { how: 'closed', because: 'not-needed' }, approver)).body.state).toBe('closed');
});
