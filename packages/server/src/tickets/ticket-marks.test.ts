/** What lists show beside a ticket, and choose by: that an escalation of it stands (AC16), that another severity waits (AC11). */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, startDesk } from '../../../../tests/support/desk.ts';
import type { Person, TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let manager: Person;
let accountId: string;
let contractId: string;
let submit: Desk['submit'];
let id: string;
beforeAll(async () => {
  ({ server, engineer, lead, accountId, contractId, submit } = await startDesk());
  manager = await server.staff('Mara Manager', 'team-lead');
  await server.serves(manager, accountId, 'team-lead');
});
afterAll(() => server.stop());
beforeEach(async () => {
  ({ id } = (await submit({ subject: 'The trade fair', severity: 3 })).body);
});

const on = (by: Person, path: string, body: object = {}) =>
  server.call(by, 'POST', `/accounts/${accountId}/tickets/${id}${path}`, { body });
const escalate = () => on(lead, '/escalations', { ladder: 'customer', reason: 'Nobody answers.' });
const propose = () => on(engineer, '/severity-proposal', { severity: 1, also: 0, reason: 'Their board is watching.' });
async function idsOf(person: Person, query: string): Promise<string[]> {
  const { status, body } = await server.call(person, 'GET', `/tickets?limit=200&${query}`);
  expect(status).toBe(200);
  return body.rows.map((row: { id: string }) => row.id);
}
/** Of this ticket, in the list and on its page, and by which of the filters it is found. */
async function marks(person: Person) {
  const { body: list } = await server.call(person, 'GET', '/tickets?limit=200');
  const { escalated, waitsForApproval } = list.rows.find((row: { id: string }) => row.id === id);
  const { body: page } = await server.call(person, 'GET', `/accounts/${accountId}/tickets/${id}`);
  expect(page).toMatchObject({ escalated, waitsForApproval });
  // What is owed on it says the same: on Today, and in the ledger of the customer.
  const owed = `/accounts/${accountId}/obligations?subjectId=${id}`;
  const { body: due } = await server.call(person, 'GET', person === lead ? owed : '/today?limit=200');
  const marked = due.rows.filter(({ subjectId }: { subjectId: string }) => subjectId === id);
  expect(marked.length > 0 || page.state !== 'open').toBe(true);
  for (const row of marked)
    expect(row).toMatchObject({ ticketEscalated: escalated, ticketWaitsForApproval: waitsForApproval });
  for (const [name, value] of Object.entries({ escalated, waitsForApproval })) {
    expect((await idsOf(person, `${name}=true`)).includes(id)).toBe(value);
    expect((await idsOf(person, `${name}=false`)).includes(id)).toBe(!value);
  }
  return { escalated, waitsForApproval };
}
const fact = async (name: string, subjectId: string, more: object = {}) => {
  const facts = [{ accountId, contractId, fact: name, subjectId, ...more }];
  await server.db.write(SYSTEM, (tx) =>
    recordFacts(tx, facts, { side: 'provider', via: 'test' }, server.clock.now().add({ seconds: 1 })),
  );
};

test('escalated while a step stands, whether it was taken up or not, also after the ticket ended; until it is closed', async () => {
  expect(await marks(lead)).toEqual({ escalated: false, waitsForApproval: false });
  const { body } = await escalate();
  const [escalation] = body.escalations;
  for (const person of [lead, engineer]) expect((await marks(person)).escalated).toBe(true);
  await on(engineer, `/escalations/${escalation.id}/taking`);
  expect((await marks(engineer)).escalated).toBe(true);
  await on(engineer, '/ending', { how: 'resolved', because: 'fixed', note: 'Done.' });
  expect((await marks(lead)).escalated).toBe(true);
  expect(await idsOf(lead, 'escalated=true&state=open')).not.toContain(id);
  await on(engineer, `/escalations/${escalation.id}/closing`, { note: 'We talked.' });
  for (const person of [lead, engineer]) expect((await marks(person)).escalated).toBe(false);
});

test('what the provider keeps to itself marks the ticket for the provider alone', async () => {
  const [inside, open] = [uuid(), uuid()];
  await fact('escalation.raised', inside, { aboutId: id, audience: 'internal' });
  expect([(await marks(engineer)).escalated, (await marks(lead)).escalated]).toEqual([true, false]);
  // What a customer records says nothing of what it does not see.
  const { body } = await escalate();
  expect((await marks(lead)).escalated).toBe(true);
  await fact('escalation.closed', body.escalations[0].id);
  expect([(await marks(engineer)).escalated, (await marks(lead)).escalated]).toEqual([true, false]);
  await fact('escalation.closed', inside, { audience: 'internal' });
  expect((await marks(engineer)).escalated).toBe(false);
  await fact('escalation.raised', open, { aboutId: id });
  expect([(await marks(engineer)).escalated, (await marks(lead)).escalated]).toEqual([true, true]);
  await fact('escalation.closed', open);
});

test('waits for approval until somebody decided, or nothing is left to be decided', async () => {
  await propose();
  for (const person of [lead, engineer, manager]) expect((await marks(person)).waitsForApproval).toBe(true);
  await on(manager, '/severity-proposal/decision', { approve: false, note: 'A fair is no standstill.' });
  expect((await marks(lead)).waitsForApproval).toBe(false);
  await propose();
  await on(engineer, '/ending', { how: 'resolved', because: 'fixed', note: 'The fair is over.' });
  expect((await marks(engineer)).waitsForApproval).toBe(false);
});

test('views of each are counted as they list, and can be saved', async () => {
  await propose();
  await escalate();
  const filter = { state: 'open', escalated: true, waitsForApproval: true };
  const { body: view } = await server.call(engineer, 'POST', '/ticket-views', { body: { name: 'Grave', filter } });
  expect(view.filter).toEqual(filter);
  const names = `escalated,waits-for-approval,${view.id}`;
  const { body } = await server.call(engineer, 'GET', `/ticket-counts?views=${names}`);
  expect(body.counts).toEqual([
    { view: 'escalated', count: (await idsOf(engineer, 'escalated=true')).length },
    { view: 'waits-for-approval', count: (await idsOf(engineer, 'state=open&waitsForApproval=true')).length },
    { view: view.id, count: 1 },
  ]);
});
