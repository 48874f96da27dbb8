import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishService, type PublishedService } from '../../../../tests/support/publish-service.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { passLicenceMilestones } from './licence-milestones.ts';

const START = '2026-06-01T08:00:00Z';
let server: TestApplication;
let manager: Person;
let almacare: PublishedService;
let productId: string;
beforeAll(async () => {
  server = await startTestApplication(START);
  manager = await server.staff('Mara Manager', 'service-manager');
  almacare = await publishService(server.db, 'almacare');
  const administrator = await server.staff('Adam Administrator', 'administrator');
  const added = await server.call(administrator, 'POST', '/products', { body: { name: 'AlmaLinux' } });
  productId = added.body.id;
  const again = await server.call(administrator, 'POST', '/products', { body: { name: 'AlmaLinux' } });
  expect([added.status, again.body.code]).toEqual([201, 'value.taken']);
});
afterAll(() => server.stop());

let accounts = 0;
/** Addresses of test people are made of the letters of their names. */
const letter = () => String.fromCodePoint(96 + accounts);
let accountId: string;
beforeEach(async () => {
  server.clock.moveTo(Temporal.Instant.from(START));
  accounts += 1;
  accountId = await server.account(`Account ${letter()}`);
});

const call = (person: Person, method: string, path: string, body?: object, version?: number) =>
  server.call(person, method, `/accounts/${accountId}${path}`, {
    ...(body === undefined ? {} : { body }),
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  });

const facts = async () =>
  (
    await server.db.read(SYSTEM, (tx) =>
      tx.rows<{ fact: string; at: string; data: object }>(
        sql`select fact, at, data from journal where account_id = ${accountId} order by at, position`,
      ),
    )
  ).map((row) => `${row.fact} ${row.at}`);

async function at(instant: string): Promise<void> {
  server.clock.moveTo(Temporal.Instant.from(instant));
  await server.db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
    passLicenceMilestones(tx, accountId, Temporal.Instant.from(instant)),
  );
}

describe('AC20: a licence', () => {
  const issue = (body: object) => call(manager, 'POST', '/licences', { productId, ...body });
  const isValid = async () => (await call(manager, 'GET', '/licences')).body.rows[0].isValid;

  test('is valid on the days of the account’s zone, first and last included', async () => {
    // Berlin is two hours ahead: its 2 June begins at 22:00 of the day before.
    const issued = await issue({ validFrom: '2026-06-02', validUntil: '2026-06-03' });
    expect([issued.status, issued.body.isValid]).toEqual([201, false]);
    const seen: boolean[] = [];
    for (const moment of [
      '2026-06-01T21:59:59Z',
      '2026-06-01T22:00:00Z',
      '2026-06-03T21:59:59Z',
      '2026-06-03T22:00:00Z',
    ]) {
      await at(moment);
      seen.push(await isValid());
    }
    expect(seen).toEqual([false, true, true, false]);
    expect(await facts()).toEqual([
      'licence.recorded 2026-06-01T08:00:00Z',
      'licence.issued 2026-06-01T22:00:00Z',
      'licence.expired 2026-06-03T22:00:00Z',
    ]);
  });

  test('is waked for at its next midnight, also when the account moves to another zone', async () => {
    const wakes = async () => {
      const owner = new pg.Client({ connectionString: server.ownerUrl });
      await owner.connect();
      const { rows } = await owner.query<{ at: Date }>('select run_at as at from graphile_worker.jobs where key = $1', [
        `licence-milestones ${accountId}`,
      ]);
      await owner.end();
      return rows.map((row) => row.at.toISOString());
    };
    await issue({ validFrom: '2026-01-01', validUntil: '2026-12-31' });
    expect(await wakes()).toEqual(['2026-12-31T23:00:00.000Z']);
    await call(manager, 'PATCH', '', { zone: 'Asia/Tokyo' }, 1);
    expect(await wakes()).toEqual(['2026-12-31T15:00:00.000Z']);
  });

  test('is renewed before or after it expired, but not once it was revoked', async () => {
    const issued = await issue({ validFrom: '2026-06-01', validUntil: '2026-06-02' });
    const path = `/licences/${issued.body.id}`;
    await at('2026-06-05T08:00:00Z');
    const past = await call(manager, 'POST', `${path}/renewal`, { validUntil: '2026-06-04' }, 1);
    expect(past.body.code).toBe('value.not-allowed');
    const renewed = await call(manager, 'POST', `${path}/renewal`, { validUntil: '2026-07-02' }, 1);
    expect(renewed.body).toMatchObject({ isValid: true, version: 2 });
    expect((await call(manager, 'POST', `${path}/renewal`, { validUntil: '2026-08-02' }, 1)).body.code).toBe(
      'edit.conflict',
    );
    const revoked = await call(manager, 'POST', `${path}/revocation`, { note: 'Not paid' });
    expect(revoked.body).toMatchObject({ isValid: false, revokedAt: '2026-06-05T08:00:00Z' });
    expect((await call(manager, 'POST', `${path}/revocation`, {})).body.code).toBe('state.not-possible');
    expect((await call(manager, 'POST', `${path}/renewal`, { validUntil: null }, 3)).body.code).toBe(
      'state.not-possible',
    );
    await at('2026-08-01T00:00:00Z');
    expect(await facts()).toEqual([
      'licence.issued 2026-05-31T22:00:00Z',
      'licence.recorded 2026-06-01T08:00:00Z',
      'licence.expired 2026-06-02T22:00:00Z',
      'licence.renewed 2026-06-05T08:00:00Z',
      'licence.revoked 2026-06-05T08:00:00Z',
    ]);
  });

  test('ends no earlier than it begins, and is for a product that there is', async () => {
    expect((await issue({ validFrom: '2026-06-02', validUntil: '2026-06-01' })).status).toBe(400);
    for (const validFrom of ['0001-01-01', '9999-12-31'])
      expect((await issue({ validFrom })).body.code).toBe('value.not-allowed');
    expect((await issue({ productId: accountId, validFrom: '2026-06-02' })).body.code).toBe('record.not-found');
  });

  test('is seen by the customer, and kept by those who keep the account', async () => {
    await issue({ validFrom: '2026-06-01' });
    const lead = await server.customer(`Lena Lead ${letter()}`, accountId, 'technical-lead');
    expect((await call(lead, 'GET', '/licences')).body.rows).toHaveLength(1);
    expect((await call(lead, 'POST', '/licences', { productId, validFrom: '2026-06-01' })).status).toBe(403);
    const stranger = await server.customer(`Stan Stranger ${letter()}`, await server.account('Else'), 'technical-lead');
    expect((await call(stranger, 'GET', '/licences')).body.code).toBe('record.not-found');
    expect((await call(stranger, 'GET', '/people')).body.code).toBe('record.not-found');
  });
});

describe('people of an account', () => {
  const roles = (person: Person, of: Person, ...names: string[]) =>
    call(person, 'PUT', `/people/${of.id}/roles`, { roles: names });

  test('are given roles, each a nomination on record, and are taken out', async () => {
    const lead = await server.customer(`Lena Lead ${letter()}`, accountId, 'stakeholder');
    expect((await roles(manager, lead, 'stakeholder', 'technical-lead')).status).toBe(204);
    expect((await call(manager, 'POST', `/people/${lead.id}/training`, { note: 'Course 101' })).status).toBe(204);
    const { body } = await call(lead, 'GET', '/people');
    expect(body.customer).toMatchObject([{ name: lead.name, roles: ['stakeholder', 'technical-lead'] }]);
    expect((await roles(manager, lead, 'stakeholder')).status).toBe(204);
    expect((await roles(manager, lead)).status).toBe(204);
    expect((await call(lead, 'GET', '/people')).status).toBe(404);
    expect((await facts()).map((fact) => fact.split(' ')[0])).toEqual([
      'person.nominated',
      'person.trained',
      'person.unassigned',
      'person.removed',
    ]);
    const timeline = await call(manager, 'GET', '/facts?fact=person.');
    expect(timeline.body.rows.at(1)).toMatchObject({
      says: 'the named person was unassigned',
      subject: lead.name,
      data: { role: 'technical-lead' },
      by: 'Mara Manager',
    });
  });

  test('customer administrators manage their own people, and nobody else’s', async () => {
    const administrator = await server.customer(`Carl Admin ${letter()}`, accountId, 'customer-administrator');
    const lead = await server.customer(`Lena Lead ${letter()}`, accountId, 'stakeholder');
    expect((await roles(administrator, lead, 'approver')).status).toBe(204);
    expect((await roles(lead, lead, 'customer-administrator')).status).toBe(403);
    const other = await server.customer(`Otto Other ${letter()}`, await server.account('Other'), 'stakeholder');
    expect((await roles(administrator, other, 'stakeholder')).body.code).toBe('record.not-found');
    expect((await call(administrator, 'PUT', `/team/${manager.id}/roles`, { roles: [] })).status).toBe(403);
    expect((await roles(manager, manager, 'approver')).body.code).toBe('state.not-possible');
  });

  test('AC4: no more technical leads are named than there are seats', async () => {
    await call(manager, 'PATCH', '', { hosts: 1000 }, 1);
    await call(manager, 'POST', '/contracts', {
      name: 'Support',
      versionId: almacare.versionId,
      level: 'enhanced',
      startsAt: '2026-06-02T00:00:00Z',
    });
    const people = [];
    for (const name of ['Ana', 'Ben', 'Cem'])
      people.push(await server.customer(`${name} ${letter()}`, accountId, 'stakeholder'));
    const replies = [];
    for (const person of people) replies.push(await roles(manager, person, 'technical-lead'));
    expect(replies.map(({ status }) => status)).toEqual([204, 204, 409]);
    expect(replies[2]?.body.detail).toContain('1,000 hosts start 1, so 2');
    // Who has the seat keeps it, and a freed one can be given.
    expect((await roles(manager, people[0] ?? manager, 'technical-lead', 'approver')).status).toBe(204);
    await roles(manager, people[1] ?? manager);
    expect((await roles(manager, people[2] ?? manager, 'technical-lead')).status).toBe(204);
  });

  test('AC4: two at once do not take the last seat twice', async () => {
    await call(manager, 'PATCH', '', { hosts: 1 }, 1);
    await call(manager, 'POST', '/contracts', {
      name: 'Support',
      versionId: almacare.versionId,
      level: 'enhanced',
      startsAt: '2026-06-02T00:00:00Z',
    });
    const people = [];
    for (const name of ['Ana', 'Ben', 'Cem', 'Dan'])
      people.push(await server.customer(`${name} ${letter()}`, accountId, 'stakeholder'));
    const replies = await Promise.all(people.map((person) => roles(manager, person, 'technical-lead')));
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 204, 409, 409]);
  });

  test('the team is staff, in roles that make nobody administrator', async () => {
    const lead = await server.customer(`Lena Lead ${letter()}`, accountId, 'technical-lead');
    const tam = await server.staff(`Tom Tam ${letter()}`, 'technical-account-manager');
    const team = (person: Person, ...names: string[]) =>
      call(manager, 'PUT', `/team/${person.id}/roles`, { roles: names });
    expect((await team(tam, 'technical-account-manager')).status).toBe(204);
    expect((await call(lead, 'GET', '/people')).body.team).toMatchObject([{ name: tam.name, side: 'provider' }]);
    expect((await team(tam, 'administrator')).body.code).toBe('state.not-possible');
    expect((await team(lead, 'support-engineer')).body.code).toBe('state.not-possible');
    expect((await team(tam)).status).toBe(204);
    expect((await call(lead, 'GET', '/people')).body.team).toEqual([]);
    const { body } = await call(lead, 'GET', '/facts');
    expect(
      body.rows.map((row: { fact: string; subject: string; data: object }) => [row.fact, row.subject, row.data]),
    ).toEqual([
      ['person.unassigned', tam.name, { role: 'technical-account-manager' }],
      ['person.assigned', tam.name, { role: 'technical-account-manager' }],
    ]);
  });
});

test('what changes of the account is put on record: for conditions as data, the rest in words, and what it pays for the provider', async () => {
  const lead = await server.customer(`Lena Lead ${letter()}`, accountId, 'technical-lead');
  await call(manager, 'PATCH', '', { segment: 'Enterprise', hosts: 12, name: 'Renamed' }, 1);
  await call(manager, 'PATCH', '', { annualRecurringRevenue: 50_000, hosts: null }, 2);
  await call(manager, 'PATCH', '', { hosts: null }, 3);
  const seenBy = async (person: Person) =>
    (await call(person, 'GET', '/facts?fact=account.')).body.rows
      .map(({ data, note, audience }: Record<string, unknown>) => [data, note, audience])
      .toReversed();
  const shared = [
    [{ segment: 'enterprise', hosts: 12 }, `Name: Renamed, before Account ${letter()}.`, 'shared'],
    [{ hosts: null }, null, 'shared'],
  ];
  expect(await seenBy(lead)).toEqual(shared);
  expect(await seenBy(manager)).toEqual([...shared, [{ 'annual-recurring-revenue': 50_000 }, null, 'internal']]);
});
