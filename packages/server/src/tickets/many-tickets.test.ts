/** Views of the list, their counts, and work on many tickets at once. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { entitle } from '../../../../tests/support/entitle.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';

let server: TestApplication;
let engineer: Person;
let colleague: Person;
let leads: Person[];
let accounts: string[];
const tickets: { readonly accountId: string; readonly ticketId: string }[] = [];
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  [engineer, colleague] = [
    await server.staff('Erin Engineer', 'support-engineer'),
    await server.staff('Carl Colleague', 'support-engineer'),
  ];
  const homes = [];
  for (const name of ['Alder', 'Birch'])
    homes.push(await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name }));
  accounts = homes.map(({ accountId }) => accountId);
  leads = [];
  for (const { accountId, contractId } of homes) {
    const lead = await server.customer(
      `Lead of ${leads.length === 0 ? 'Alder' : 'Birch'}`,
      accountId,
      'technical-lead',
    );
    leads.push(lead);
    await entitle(server, accountId, lead);
    for (const severity of [1, 2]) {
      const body = { contractId, kind: 'incident', subject: 'Nothing boots', body: 'Since noon.', severity };
      const made = await server.call(lead, 'POST', `/accounts/${accountId}/tickets`, { body });
      tickets.push({ accountId, ticketId: made.body.id });
    }
  }
});
afterAll(() => server.stop());

const change = async (action: object, some: readonly object[] = tickets, by = engineer) =>
  server.call(by, 'POST', '/tickets/changes', { body: { tickets: some, action } });
const counts = async (person: Person, views: string) => {
  const { body } = await server.call(person, 'GET', `/ticket-counts?views=${views}`);
  return Object.fromEntries(body.counts.map(({ view, count }: { view: string; count: number }) => [view, count]));
};

test('a view is saved, shared, changed and deleted by its owner; others of the staff see what is shared, customers never', async () => {
  const body = { name: 'Grave ones', filter: { state: 'open', severity: 1 }, isShared: true };
  const { body: made, status } = await server.call(engineer, 'POST', '/ticket-views', { body });
  expect([status, made]).toMatchObject([201, { ...body, isOwn: true, owner: 'Erin Engineer', version: 1 }]);
  const own = { name: 'Mine alone', filter: { assignee: 'me', columns: ['next', 'queue'] } };
  const { body: alone } = await server.call(engineer, 'POST', '/ticket-views', { body: own });
  expect(alone.filter).toEqual(own.filter);
  const strange = { name: 'Strange', filter: { columns: ['shoe-size'] } };
  expect((await server.call(engineer, 'POST', '/ticket-views', { body: strange })).status).toBe(400);
  const names = async (person: Person) =>
    (await server.call(person, 'GET', '/ticket-views')).body.rows.map(({ name }: { name: string }) => name);
  const [lead] = leads as [Person];
  expect([await names(engineer), await names(colleague), await names(lead)]).toEqual([
    ['Grave ones', 'Mine alone'],
    ['Grave ones'],
    [],
  ]);
  expect(await counts(engineer, `${made.id},open`)).toEqual({ [made.id]: 2, open: 4 });
  expect((await server.call(lead, 'GET', `/ticket-counts?views=${made.id}`)).body.code).toBe('value.not-allowed');
  expect((await server.call(lead, 'POST', '/ticket-views', { body })).body.code).toBe('value.not-allowed');
  const put = (person: Person, version: number) =>
    server.call(person, 'PUT', `/ticket-views/${made.id}`, {
      body: { ...body, filter: { severity: 2 } },
      headers: { 'if-match': `"${version}"` },
    });
  expect((await put(colleague, 1)).status).toBe(404);
  expect((await put(engineer, 1)).body).toMatchObject({ version: 2, filter: { severity: 2 } });
  expect((await put(engineer, 1)).body.code).toBe('edit.conflict');
  expect((await server.call(colleague, 'DELETE', `/ticket-views/${made.id}`)).status).toBe(404);
  expect((await server.call(engineer, 'DELETE', `/ticket-views/${made.id}`)).status).toBe(204);
  expect((await server.call(engineer, 'DELETE', `/ticket-views/${alone.id}`)).status).toBe(204);
  expect(await names(colleague)).toEqual([]);
});

test('counts are of what one sees', async () => {
  const views = 'open,mine,unassigned,with-customer,ended';
  expect(await counts(engineer, views)).toEqual({ open: 4, mine: 0, unassigned: 4, 'with-customer': 0, ended: 0 });
  expect(await counts(leads[0] as Person, 'open')).toEqual({ open: 2 });
  const one = await server.call(engineer, 'GET', `/ticket-counts?views=open&accountId=${accounts[0]}`);
  expect(one.body).toEqual({ counts: [{ view: 'open', count: 2 }] });
  expect((await server.call(engineer, 'GET', '/ticket-counts?views=nonsense')).body.code).toBe('value.not-allowed');
});

test('many are assigned, queued, handed over and ended, each with its own answer, and what it was before', async () => {
  const [first] = tickets;
  const assigned = await change({ do: 'assign', assigneeId: colleague.id });
  expect(assigned.status).toBe(200);
  expect(assigned.body.results.map(({ refusal }: { refusal: unknown }) => refusal)).toEqual([null, null, null, null]);
  expect(await counts(colleague, 'mine,unassigned')).toEqual({ mine: 4, unassigned: 0 });
  expect((await change({ do: 'assign', assigneeId: leads[0]?.id })).body.results[0].refusal.code).toBe(
    'value.not-allowed',
  );
  await change({ do: 'queue', queue: 'Kernel' }, [first ?? {}]);
  const strange = { accountId: accounts[0], ticketId: uuid() };
  const handed = await change({ do: 'hand-over', side: 'customer', reason: 'We need the log.' }, [
    ...tickets.slice(0, 2),
    strange,
  ]);
  const answers = new Map(
    handed.body.results.map((one: { ticketId: string; refusal: { code: string } | null }) => [one.ticketId, one]),
  );
  expect(answers.get(strange.ticketId)).toMatchObject({ refusal: { code: 'record.not-found' }, before: null });
  expect(answers.get(first?.ticketId)).toMatchObject({
    refusal: null,
    before: { assigneeId: colleague.id, queue: 'Kernel', side: 'provider', state: 'open' },
  });
  expect(await counts(engineer, 'with-customer')).toEqual({ 'with-customer': 2 });
  await change({ do: 'end', how: 'resolved', because: 'fixed', note: 'Done.' });
  expect(await counts(engineer, 'open,ended')).toEqual({ open: 0, ended: 4 });
  expect((await change({ do: 'end', how: 'resolved' })).body.results[0].refusal.code).toBe('state.not-possible');
  await change({ do: 'reopen', reason: 'By mistake.' });
  expect(await counts(engineer, 'open')).toEqual({ open: 4 });
  expect((await change({ do: 'queue', queue: null }, tickets, leads[0] as Person)).status).toBe(403);
});
