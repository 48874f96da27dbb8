/** A ticket's life through the routes, on a real database, under a moved clock. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { entitle } from '../../../../tests/support/entitle.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts, wakeAccounts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let accountId: string;
let contractId: string;
let letter = '`';
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.moveTo(Temporal.Instant.from('2026-06-01T08:00:00Z'));
  letter = String.fromCharCode(letter.charCodeAt(0) + 1);
  ({ accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', {
    ...ALMACARE,
    name: `Alder ${letter}`,
  }));
  lead = await server.customer(`Lena Lead ${letter}`, accountId, 'technical-lead');
});

const record = (fact: string, subjectId: string) =>
  server.db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
    recordFacts(tx, [{ accountId, fact, subjectId }], { side: 'provider', via: 'test' }, server.clock.now()),
  );
const entitleLead = () => entitle(server, accountId, lead);
const submit = (by: Person = lead, more: object = {}) =>
  server.call(by, 'POST', `/accounts/${accountId}/tickets`, {
    body: { contractId, kind: 'incident', subject: 'Nothing boots', body: 'Since *noon*.', severity: 1, ...more },
  });
const on = (id: string, by: Person, method: string, path: string, body?: object) =>
  server.call(by, method, `/accounts/${accountId}/tickets/${id}${path}`, { body });
const pass = (minutes: number) => server.clock.moveTo(server.clock.now().add({ minutes }));
const wake = () =>
  wakeAccounts(server.db, server.clock.now(), (_account, error) => {
    throw error;
  });

describe('submitting', () => {
  test('AC5, AC20: without licence and training it is refused, with what is missing and what to do', async () => {
    const refused = await submit();
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      code: 'ticket.not-entitled',
      detail: expect.stringContaining('No valid licence.'),
    });
    expect(refused.body.remedy).not.toBe('');
    const { body: form } = await server.call(lead, 'GET', `/accounts/${accountId}/ticket-form`);
    expect(form.offers[0].obstacles.map(({ promise }: { promise: string }) => promise)).toEqual([
      'entitlement',
      'trained-submitters',
    ]);
    await entitleLead();
    expect((await submit()).status).toBe(201);
  });

  test('AC6: whoever is no technical lead is refused', async () => {
    await entitleLead();
    const other = await server.customer(`Cy Customer ${letter}`, accountId, 'customer-administrator');
    await record('person.trained', other.id);
    expect((await submit(other)).body).toMatchObject({
      code: 'ticket.not-entitled',
      detail: expect.stringContaining('technical lead'),
    });
  });

  test('staff submit for a person of the customer, whose entitlement counts and who is told', async () => {
    await entitleLead();
    expect((await submit(engineer)).body.code).toBe('ticket.not-entitled');
    const { body: form } = await server.call(engineer, 'GET', `/accounts/${accountId}/ticket-form`);
    expect(form.requesters).toEqual([{ id: lead.id, name: lead.name }]);
    const { body: asked } = await server.call(
      engineer,
      'GET',
      `/accounts/${accountId}/ticket-form?requesterId=${lead.id}`,
    );
    expect(asked.offers[0].obstacles).toEqual([]);
    const { status, body: receipt } = await submit(engineer, { requesterId: lead.id });
    expect(status).toBe(201);
    const { body: ticket } = await server.call(engineer, 'GET', `/accounts/${accountId}/tickets/${receipt.id}`);
    expect(ticket.requester.name).toBe(lead.name);
    expect(ticket.followers.map(({ id }: { id: string }) => id).toSorted()).toEqual([engineer.id, lead.id].toSorted());
    const gates = await server.call(
      lead,
      'GET',
      `/accounts/${accountId}/obligations?subjectId=${ticket.id}&promise=trained-submitters`,
    );
    expect(gates.body.rows.map(({ state }: { state: string }) => state)).toEqual(['met']);
    expect((await submit(engineer, { requesterId: engineer.id })).body.code).toBe('ticket.not-entitled');
    expect((await submit(lead, { requesterId: engineer.id })).body.code).toBe('value.not-allowed');
  });

  test('AC11, AC12: the form shows criteria and the very instant of the promise, which the ticket then carries', async () => {
    await entitleLead();
    const { body: form } = await server.call(lead, 'GET', `/accounts/${accountId}/ticket-form`);
    const incident = form.offers.find(({ kind }: { kind: string }) => kind === 'incident');
    expect(incident.severities[0]).toMatchObject({ severity: 1, name: 'Business standstill' });
    expect(incident.severities[0].criteria).toContain('There is no immediate workaround');
    const { body: before } = await server.call(
      lead,
      'GET',
      `/accounts/${accountId}/ticket-form/promises?contractId=${contractId}&kind=incident&severity=1`,
    );
    expect(before.promises[0]).toMatchObject({ promise: 'first-response', dueAt: '2026-06-01T08:30:00Z' });
    const { body: receipt } = await submit();
    expect(receipt.next).toMatchObject({ title: 'First response', dueAt: '2026-06-01T08:30:00Z' });
    const { body: ticket } = await server.call(lead, 'GET', `/accounts/${accountId}/tickets/${receipt.id}`);
    expect(ticket).toMatchObject({
      reference: receipt.reference,
      version: receipt.version,
      state: 'open',
      severity: 1,
      severityName: 'Business standstill',
      next: { title: 'First response', dueAt: '2026-06-01T08:30:00Z' },
      requester: { name: lead.name },
      description: { title: 'AlmaCare', level: 'Enhanced' },
    });
    expect((await submit(lead, { severity: 7 })).body.code).toBe('value.not-allowed');
  });
});

describe('a first response', () => {
  beforeEach(entitleLead);

  test('AC13 kept: the confirmation of receipt reaches the conversation and meets the promise', async () => {
    const { body: ticket } = await submit();
    pass(29);
    const { body: after } = await on(ticket.id, engineer, 'POST', '/acknowledgement');
    expect(after).toMatchObject({ acknowledgedAt: '2026-06-01T08:29:00Z', breached: false });
    expect(after.next?.title).not.toBe('First response');
    const { body: messages } = await on(ticket.id, lead, 'GET', '/messages');
    expect(messages.rows.map(({ authorSide }: { authorSide: string }) => authorSide)).toEqual(['customer', 'provider']);
    expect((await on(ticket.id, engineer, 'POST', '/acknowledgement')).body.code).toBe('state.not-possible');
  });

  test('AC13 kept: so does a first reply', async () => {
    const { body: ticket } = await submit();
    await on(ticket.id, engineer, 'POST', '/messages', { body: 'Which kernel?' });
    expect((await on(ticket.id, lead, 'GET', '')).body.acknowledgedAt).toBe('2026-06-01T08:00:00Z');
  });

  test('AC12 broken: an internal note is no answer, and the breach is on the ticket', async () => {
    const { body: ticket } = await submit();
    await on(ticket.id, engineer, 'POST', '/messages', { body: 'Not for them', audience: 'internal' });
    pass(31);
    await wake();
    expect((await on(ticket.id, lead, 'GET', '')).body).toMatchObject({ breached: true, acknowledgedAt: null });
    const { body: seen } = await on(ticket.id, lead, 'GET', '/messages');
    expect(JSON.stringify(seen)).not.toContain('Not for them');
  });
});

describe('whose turn it is', () => {
  beforeEach(entitleLead);

  test('AC15 kept: what was asked for comes back with the answer', async () => {
    const { body: ticket } = await submit();
    await on(ticket.id, engineer, 'POST', '/messages', { body: 'Please send the log.', handTo: 'customer' });
    expect((await on(ticket.id, lead, 'GET', '')).body).toMatchObject({
      side: 'customer',
      waitsFor: 'Please send the log.',
    });
    await on(ticket.id, lead, 'POST', '/messages', { body: 'Here it is.' });
    expect((await on(ticket.id, lead, 'GET', '')).body).toMatchObject({ side: 'provider', waitsFor: null });
  });

  test('AC15 broken: after a calendar week without an answer it is closed by timeout, and a reply reopens it', async () => {
    const { body: ticket } = await submit();
    await on(ticket.id, engineer, 'POST', '/side', { side: 'customer', reason: 'We need the log.' });
    pass(7 * 24 * 60 + 1);
    await wake();
    expect((await on(ticket.id, lead, 'GET', '')).body).toMatchObject({
      state: 'closed',
      endedBecause: 'timeout',
      next: null,
    });
    await on(ticket.id, lead, 'POST', '/messages', { body: 'Sorry, I was away.' });
    expect((await on(ticket.id, lead, 'GET', '')).body).toMatchObject({
      state: 'open',
      side: 'provider',
      endedAt: null,
    });
  });
});

describe('how it ends', () => {
  beforeEach(entitleLead);

  test('AC11: a change of severity counts from the same start, and is told with its reason', async () => {
    const { body: ticket } = await submit(lead, { severity: 3 });
    pass(10);
    const { body: graver } = await on(ticket.id, engineer, 'POST', '/severity', {
      severity: 1,
      reason: 'All hosts are down.',
    });
    expect(graver).toMatchObject({ severity: 1, next: { dueAt: '2026-06-01T08:30:00Z' } });
  });

  test('resolved, closed by the customer, reopened into a new cycle', async () => {
    const { body: ticket } = await submit();
    await on(ticket.id, engineer, 'POST', '/ending', { how: 'resolved', because: 'fixed', note: 'A new kernel.' });
    expect((await on(ticket.id, lead, 'POST', '/ending', { how: 'declined' })).body.code).toBe('access.denied');
    expect((await on(ticket.id, lead, 'POST', '/ending', { how: 'closed' })).body.state).toBe('closed');
    pass(60);
    const { body: again } = await on(ticket.id, lead, 'POST', '/reopening', { reason: 'It is back.' });
    // What is reopened waits for its first answer anew, and can get one.
    expect(again).toMatchObject({ state: 'open', acknowledgedAt: null, next: { title: 'First response' } });
    const { body: answered } = await on(ticket.id, engineer, 'POST', '/acknowledgement');
    expect(answered).toMatchObject({ acknowledgedAt: '2026-06-01T09:00:00Z', breached: false });
    expect(answered.next?.title).not.toBe('First response');
  });

  test('merged: its clocks end as merged, neither met nor broken', async () => {
    const [{ body: first }, { body: second }] = [await submit(), await submit()];
    const { body: merged } = await on(second.id, engineer, 'POST', '/merging', { intoId: first.id });
    expect(merged).toMatchObject({ state: 'merged', mergedInto: { id: first.id }, next: null });
    pass(60);
    await wake();
    expect((await on(second.id, lead, 'GET', '')).body.breached).toBe(false);
    expect((await on(second.id, lead, 'POST', '/messages', { body: 'And?' })).body.code).toBe('state.not-possible');
  });
});

test('AC7: any number of tickets, listed by the next clock to breach, page by page', async () => {
  await entitleLead();
  for (const severity of [4, 2, 1, 3]) await submit(lead, { severity });
  const list = async (query: string) =>
    (await server.call(engineer, 'GET', `/tickets?accountId=${accountId}${query}`)).body;
  const first = await list('&limit=3');
  const rest = await list(`&limit=3&after=${first.next}`);
  expect([...first.rows, ...rest.rows].map(({ severity }) => severity)).toEqual([1, 2, 3, 4]);
  expect(rest.next).toBeUndefined();
  expect((await list('&assignee=nobody&severity=2')).rows).toHaveLength(1);
  const [{ id, version }] = first.rows;
  const assigned = await server.call(engineer, 'PATCH', `/accounts/${accountId}/tickets/${id}`, {
    body: { assigneeId: engineer.id },
    headers: { 'if-match': `"${version}"` },
  });
  expect(assigned.body.assignee.name).toBe(engineer.name);
  expect((await list('&assignee=me')).rows.map((row: { id: string }) => row.id)).toEqual([id]);
});
