/** "Your TAM is …": people named for the roles of a contract, and who is told when a promise breaks. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../../../../tests/support/agreed-account.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts, wakeAccounts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let manager: Person;
let [erin, emil]: (Person | undefined)[] = [];
let account: AgreedAccount;
let lead: Person;
let tests = 0;
beforeAll(async () => {
  server = await startTestApplication();
  manager = await server.staff('Mara Manager', 'service-manager');
  erin = await server.staff('Erin Engineer', 'support-engineer');
  emil = await server.staff('Emil Engineer', 'support-engineer');
});
afterAll(() => server.stop());
beforeEach(async () => {
  tests += 1;
  server.clock.moveTo(Temporal.Instant.from('2026-06-01T08:00:00Z'));
  account = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  lead = await server.customer(`Lena Lead ${'x'.repeat(tests)}`, account.accountId, 'technical-lead');
});

const base = () => `/accounts/${account.accountId}/contracts/${account.contractId}/roles`;
const name = (by: Person, role: string, ...people: (Person | undefined)[]) =>
  server.call(by, 'PUT', `${base()}/${role}`, { body: { personIds: people.map((person) => person?.id) } });
async function named(by: Person): Promise<string[]> {
  const { body } = await server.call(by, 'GET', base());
  return body.rows.map(
    (row: { side: string; role: string; people: { name: string }[] }) =>
      `${row.side} ${row.role}: ${row.people.map((person) => person.name).join(', ')}`,
  );
}

test('people are named for the roles of the description, and both sides see them', async () => {
  const before = await server.call(lead, 'GET', base());
  expect(before.body.rows[0]).toEqual({
    side: 'provider',
    role: 'support-engineer',
    name: 'Support engineer',
    duties: ['Confirms receipt, works on incidents and reports on them', 'May change the severity on the facts'],
    people: [],
  });
  expect((await name(manager, 'provider/support-engineer', erin, emil, erin)).status).toBe(204);
  expect((await name(manager, 'customer/technical-lead', lead)).status).toBe(204);
  expect(await named(lead)).toContain('provider support-engineer: Emil Engineer, Erin Engineer');
  expect(await named(manager)).toContain(`customer technical-lead: ${lead.name}`);
  expect((await name(manager, 'provider/support-engineer', emil)).status).toBe(204);
  expect((await name(manager, 'customer/technical-lead')).status).toBe(204);
  const { body: told } = await server.call(lead, 'GET', `/accounts/${account.accountId}/facts?fact=person.`);
  expect(
    told.rows
      .map((row: { fact: string; subject: string; contract: string; by: string }) => [row.fact, row.subject, row.by])
      .toSorted(),
  ).toEqual([
    ['person.assigned', 'Emil Engineer', manager.name],
    ['person.assigned', 'Erin Engineer', manager.name],
    ['person.assigned', lead.name, manager.name],
    ['person.unassigned', 'Erin Engineer', manager.name],
    ['person.unassigned', lead.name, manager.name],
  ]);
  expect(await named(lead)).toEqual(
    expect.arrayContaining(['provider support-engineer: Emil Engineer', 'customer technical-lead: ']),
  );
});

test('by those who name the team, and nobody of another account', async () => {
  const stranger = await server.customer(
    `Stefan Stranger ${'x'.repeat(tests)}`,
    await server.account('Foreign'),
    'technical-lead',
  );
  expect((await name(lead, 'provider/support-engineer', erin)).body.code).toBe('access.denied');
  expect((await name(erin ?? lead, 'provider/support-engineer', erin)).body.code).toBe('access.denied');
  expect((await server.call(stranger, 'GET', base())).body.code).toBe('record.not-found');
  expect((await name(stranger, 'provider/support-engineer', erin)).body.code).toBe('record.not-found');
  const refused = async (role: string, ...people: (Person | undefined)[]) => {
    const { status, body } = await name(manager, role, ...people);
    return [status, body.code, ...(body.fields ?? []).map(({ path }: { path: string }) => path)];
  };
  expect(await refused('provider/support-engineer', erin, lead)).toEqual([422, 'value.not-allowed', 'personIds.1']);
  expect(await refused('customer/technical-lead', erin)).toEqual([422, 'value.not-allowed', 'personIds.0']);
  expect(await refused('customer/technical-lead', stranger)).toEqual([422, 'value.not-allowed', 'personIds.0']);
  expect(await refused('customer/support-engineer', lead)).toEqual([404, 'record.not-found']);
  expect(await refused('provider/constructor', erin)).toEqual([404, 'record.not-found']);
  const [other, contract] = [await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE), account.contractId];
  const crossed = `/accounts/${other.accountId}/contracts/${contract}/roles/provider/support-engineer`;
  expect((await server.call(manager, 'PUT', crossed, { body: { personIds: [] } })).status).toBe(404);
  expect((await named(manager)).filter((row) => !row.endsWith(': '))).toEqual([]);
});

/** Who was told that the first response did not come in time. */
async function toldOfBreach(): Promise<string[]> {
  const { accountId, contractId } = account;
  const subjectId = uuid();
  const received = { accountId, contractId, fact: 'incident.received', subjectId, data: { severity: 1 } };
  await server.db.write(SYSTEM, (tx) =>
    recordFacts(tx, [received], { side: 'customer', via: 'test' }, server.clock.now()),
  );
  server.clock.moveTo(server.clock.now().add({ minutes: 31 }));
  await wakeAccounts(server.db, server.clock.now(), (_account, error) => {
    throw error;
  });
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ name: string }>(sql`select p.name from notification n join person p on p.id = n.person_id
      join obligation o on o.account_id = n.account_id and o.id = n.obligation_id
      where n.account_id = ${accountId} and n.kind = 'obligation.breached' and o.promise = 'first-response'
        and o.subject_id = ${subjectId} order by p.name`),
  );
  return rows.map((row) => row.name);
}

test('a breach is told to whoever is named, and to those with a role of that name where nobody is', async () => {
  if (!erin || !emil) throw new Error('Nobody is there to be named.');
  await server.serves(erin, account.accountId, 'support-engineer');
  expect(await toldOfBreach()).toEqual(['Erin Engineer']);
  await name(manager, 'provider/support-engineer', emil);
  expect(await toldOfBreach()).toEqual(['Emil Engineer']);
  await name(manager, 'provider/support-engineer');
  expect(await toldOfBreach()).toEqual(['Erin Engineer']);
});

test('somebody who was deactivated, or left the account, is named no more', async () => {
  const gone = await server.staff(`Gerd Gone ${'x'.repeat(tests)}`, 'support-engineer');
  await server.serves(erin ?? gone, account.accountId, 'support-engineer');
  await name(manager, 'provider/support-engineer', gone);
  await name(manager, 'customer/technical-lead', lead);
  const administrator = await server.staff('Anna Administrator', 'administrator');
  expect((await server.call(administrator, 'POST', `/people/${gone.id}/deactivation`, { body: {} })).status).toBe(201);
  const left = `/accounts/${account.accountId}/people/${lead.id}/roles`;
  expect((await server.call(manager, 'PUT', left, { body: { roles: [] } })).status).toBe(204);
  expect((await named(manager)).filter((row) => !row.endsWith(': '))).toEqual([]);
  expect(await toldOfBreach()).toEqual(['Erin Engineer']);
});

test('somebody with a role of that name who was deactivated keeps nobody else from being told', async () => {
  const gone = await server.staff(`Greta Gone ${'x'.repeat(tests)}`, 'support-engineer');
  const answering = await server.staff(`Mo Manager ${'x'.repeat(tests)}`, 'service-manager');
  await server.serves(gone, account.accountId, 'support-engineer');
  await server.serves(answering, account.accountId, 'service-manager');
  const meant = async () => {
    const { accountId, contractId } = account;
    const rows = await server.db.read(SYSTEM, (tx) =>
      tx.rows<{
        name: string;
      }>(sql`select p.name from people_for_role(${accountId}, ${contractId}, 'provider', 'support-engineer') as meant (person)
        join person p on p.id = meant.person order by p.name`),
    );
    return rows.map((row) => row.name);
  };
  expect(await meant()).toEqual([gone.name]);
  const administrator = await server.staff(`Alma Admin ${'x'.repeat(tests)}`, 'administrator');
  expect((await server.call(administrator, 'POST', `/people/${gone.id}/deactivation`, { body: {} })).status).toBe(201);
  expect(await meant()).toEqual([answering.name]);
});
