import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishService, type PublishedService } from '../../../../tests/support/publish-service.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { passContractMilestones } from './milestones.ts';

const START = '2026-06-01T08:00:00Z';
let server: TestApplication;
let manager: Person;
let almacare: PublishedService;
let tuxcare: PublishedService;
let accountId: string;
let approver: Person;
beforeAll(async () => {
  server = await startTestApplication(START);
  manager = await server.staff('Mara Manager', 'service-manager');
  almacare = await publishService(server.db, 'almacare');
  tuxcare = await publishService(server.db, 'tuxcare-tam');
});
afterAll(() => server.stop());
let accounts = 0;
/** Addresses of test people are made of the letters of their names. */
const letter = () => String.fromCodePoint(96 + accounts);
beforeEach(async () => {
  server.clock.moveTo(Temporal.Instant.from(START));
  accounts += 1;
  accountId = await server.account(`Account ${letter()}`);
  approver = await server.customer(`Ada Approver ${letter()}`, accountId, 'approver');
});

const post = (person: Person, path: string, body: object, version?: number) =>
  server.call(person, 'POST', `/accounts/${accountId}${path}`, {
    body,
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  });
const get = (person: Person, path: string) => server.call(person, 'GET', `/accounts/${accountId}${path}`);

const enhanced = () => ({
  name: 'Support',
  versionId: almacare.versionId,
  level: 'enhanced',
  startsAt: '2026-07-01T00:00:00Z',
});
const sign = (body: object = {}) => post(manager, '/contracts', { ...enhanced(), ...body });

async function at(instant: string): Promise<void> {
  server.clock.moveTo(Temporal.Instant.from(instant));
  const passed = await server.db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
    passContractMilestones(tx, accountId, Temporal.Instant.from(instant)),
  );
  expect(passed.ok).toBe(true);
}

const facts = async (contractId: string) =>
  (
    await server.db.read(SYSTEM, (tx) =>
      tx.rows<{ fact: string; at: string }>(
        sql`select fact, at from journal where subject_id = ${contractId} order by at, position`,
      ),
    )
  ).map(({ fact, at: when }) => `${fact} ${when}`);

async function jobAt(): Promise<unknown> {
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ at: Date }>('select run_at as at from graphile_worker.jobs where key = $1', [
    `contract-milestones ${accountId}`,
  ]);
  await owner.end();
  return rows.map(({ at: when }) => when.toISOString());
}

describe('a contract', () => {
  test('signed before its start is agreed, and starts when its time comes', async () => {
    const made = await sign({ signedForCustomerBy: 'Cora Chief', endsAt: '2027-07-01T00:00:00Z' });
    expect([made.status, made.body.state, made.body.current.state]).toEqual([201, 'upcoming', 'agreed']);
    expect(made.body.current).toMatchObject({ level: 'enhanced', levelTitle: 'Enhanced', documentVersion: '1.0' });
    await at('2026-07-01T00:00:05Z');
    await at('2026-07-01T00:00:05Z');
    expect((await get(manager, `/contracts/${made.body.id}`)).body.state).toBe('running');
    expect(await facts(made.body.id)).toEqual([
      'contract.signed 2026-06-01T08:00:00Z',
      'contract.started 2026-07-01T00:00:00Z',
    ]);
    await at('2027-07-02T00:00:00Z');
    expect((await get(approver, `/contracts/${made.body.id}`)).body).toMatchObject({ state: 'ended' });
    expect((await facts(made.body.id)).at(-1)).toBe('contract.ended 2027-07-01T00:00:00Z');
  });

  test('that began before today waits for the approver of the customer', async () => {
    const made = await sign({ startsAt: '2026-03-01T00:00:00Z' });
    expect([made.body.state, made.body.current, made.body.proposed.state]).toEqual(['proposed', null, 'proposed']);
    expect(await facts(made.body.id)).toEqual([]);
    const decision = `/contracts/${made.body.id}/changes/${made.body.proposed.id}/decision`;
    expect((await post(manager, decision, { agrees: true })).status).toBe(403);
    const agreed = await post(approver, decision, { agrees: true, note: 'So it was' });
    expect(agreed.body).toMatchObject({ state: 'running', current: { decidedBy: { id: approver.id } } });
    expect(await facts(made.body.id)).toEqual([
      'contract.started 2026-03-01T00:00:00Z',
      'contract.signed 2026-06-01T08:00:00Z',
    ]);
  });

  test("says in core's words what is wrong with its values", async () => {
    const wrong = async (body: object) => {
      const reply = await sign(body);
      return [reply.status, reply.body.code];
    };
    expect(await wrong({ level: 'gold' })).toEqual([422, 'level.unknown']);
    expect(await wrong({ parameters: { 'standstill-report-interval': '9 days' } })).toEqual([422, 'parameter.invalid']);
    expect(await wrong({ deviations: [{ promise: 'first-response', severity: 1, value: '3 days' }] })).toEqual([
      422,
      'deviation.not-allowed',
    ]);
    expect(await wrong({ calendars: { own: { zone: 'Mars', weekly: '24x7' } } })).toEqual([
      422,
      'calendar.unknown-zone',
    ]);
    expect(await wrong({ startsAt: '0001-01-01T00:00:00Z' })).toEqual([422, 'value.not-allowed']);
    expect(await wrong({ endsAt: '9999-01-01T00:00:00Z' })).toEqual([422, 'value.not-allowed']);
    expect(await wrong({ versionId: accountId })).toEqual([422, 'value.not-allowed']);
    const form = await server.call(
      manager,
      'GET',
      `/descriptions/${almacare.descriptionId}/versions/${almacare.versionId}/agreeable?level=enhanced`,
    );
    expect(form.body.deviations[0].rows[0]).toMatchObject({ severity: 1, target: '30 minutes' });
    expect(form.body.parameters[1]).toMatchObject({ bounds: 'between 1 day and 3 days', required: false });
  });

  test('renews itself month by month from its first end, until notice is given', async () => {
    const made = await sign({
      startsAt: '2026-06-30T22:00:00Z',
      endsAt: '2026-08-30T22:00:00Z',
      renewal: 'automatic',
      renewalMonths: 1,
      noticeDays: 10,
    });
    expect(made.body.noticeUntil).toBe('2026-08-20T22:00:00Z');
    await at('2026-10-15T00:00:00Z');
    const { body } = await get(manager, `/contracts/${made.body.id}`);
    // Midnight of 31 August in Berlin, then 30 September, then 31 October, already in winter time.
    expect(body.endsAt).toBe('2026-10-30T23:00:00Z');
    const ending = await post(manager, `/contracts/${made.body.id}/ending`, { endsAt: body.endsAt }, body.version);
    expect(ending.body.ending).toMatchObject({ recordedBy: { name: 'Mara Manager' } });
    await at('2026-11-05T00:00:00Z');
    expect(await facts(made.body.id)).toEqual([
      'contract.signed 2026-06-01T08:00:00Z',
      'contract.started 2026-06-30T22:00:00Z',
      'contract.renewed 2026-08-30T22:00:00Z',
      'contract.renewed 2026-09-29T22:00:00Z',
      'contract.ended 2026-10-30T23:00:00Z',
    ]);
  });

  test('is renewed by staff to a later end, and ended early, but never in the past', async () => {
    const made = await sign({ endsAt: '2026-12-01T00:00:00Z' });
    const path = `/contracts/${made.body.id}`;
    const sooner = await post(manager, `${path}/renewal`, { endsAt: '2026-11-01T00:00:00Z' }, made.body.version);
    expect(sooner.body.code).toBe('value.not-allowed');
    const renewed = await post(manager, `${path}/renewal`, { endsAt: '2027-12-01T00:00:00Z' }, made.body.version);
    expect(renewed.body.endsAt).toBe('2027-12-01T00:00:00Z');
    expect((await post(manager, `${path}/ending`, {}, made.body.version)).body.code).toBe('edit.conflict');
    await at('2026-09-01T00:00:00Z');
    const past = await post(manager, `${path}/ending`, { endsAt: '2026-08-01T00:00:00Z' }, renewed.body.version);
    expect(past.body.code).toBe('value.not-allowed');
    const ended = await post(manager, `${path}/ending`, { note: 'Merged' }, renewed.body.version);
    expect(ended.body).toMatchObject({ state: 'ended', endsAt: '2026-09-01T00:00:00Z', ending: { note: 'Merged' } });
  });

  test('plans one job for the next thing that happens', async () => {
    await sign({ endsAt: '2027-07-01T00:00:00Z' });
    expect(await jobAt()).toEqual(['2026-07-01T00:00:00.000Z']);
    await at('2026-07-01T00:00:00Z');
    expect(await jobAt()).toEqual(['2027-07-01T00:00:00.000Z']);
  });
});

describe('CA15: a change', () => {
  const change = (body: object) => ({ versionId: almacare.versionId, level: 'essential', ...body });

  test('that makes something weaker is proposed; declined, the old terms stay; agreed, they end', async () => {
    const made = await sign();
    await at('2026-07-02T00:00:00Z');
    const path = `/contracts/${made.body.id}`;
    const shown = await post(manager, `${path}/changes/preview`, change({}));
    expect(shown.body).toMatchObject({ verdict: 'weaker', needsApproval: true, approvers: [{ id: approver.id }] });
    expect(shown.body.differences[0]).toMatchObject({ clause: 'Promise: First response', verdict: 'weaker' });
    const proposed = await post(manager, `${path}/changes`, change({ note: 'Cheaper' }), made.body.version);
    expect(proposed.body).toMatchObject({
      current: { level: 'enhanced' },
      proposed: { level: 'essential', verdict: 'weaker' },
    });
    const told = await server.call(approver, 'GET', '/me/notifications');
    expect(told.body.rows).toMatchObject([{ kind: 'contract.change-proposed', title: 'Support' }]);
    expect(told.body.rows[0].says).toBe('The change of the contract was proposed');
    const again = await post(manager, `${path}/changes`, change({}), proposed.body.version);
    expect(again.body.code).toBe('state.not-possible');
    const termsPath = `${path}/changes/${proposed.body.proposed.id}`;
    expect((await get(approver, `${termsPath}/differences`)).body.weaker).toBe(shown.body.weaker);
    const declined = await post(approver, `${termsPath}/decision`, { agrees: false, note: 'No' });
    expect(declined.body).toMatchObject({ proposed: null, current: { number: 1, untilAt: null } });
    expect((await post(approver, `${termsPath}/decision`, { agrees: true })).body.code).toBe('state.not-possible');

    const heard = await server.call(manager, 'GET', '/me/notifications');
    expect(heard.body.rows[0]).toMatchObject({ kind: 'contract.change-declined', accountId });

    const second = await post(manager, `${path}/changes`, change({}), declined.body.version);
    await at('2026-07-10T12:00:00Z');
    const agreed = await post(approver, `${path}/changes/${second.body.proposed.id}/decision`, { agrees: true });
    expect(agreed.body.current).toMatchObject({ level: 'essential', fromAt: '2026-07-10T12:00:00Z' });
    expect(
      agreed.body.history.map((terms: { state: string; untilAt: string | null }) => [terms.state, terms.untilAt]),
    ).toEqual([
      ['agreed', null],
      ['declined', null],
      ['agreed', '2026-07-10T12:00:00Z'],
    ]);
    expect((await facts(made.body.id)).at(-1)).toBe('contract.moved 2026-07-10T12:00:00Z');
  });

  test('that is only stronger is agreed at once, and can hold from later on', async () => {
    const made = await sign({ parameters: { 'standstill-report-interval': '2 days' } });
    const body = { versionId: almacare.versionId, level: 'enhanced', fromAt: '2026-09-01T00:00:00Z' };
    const moved = await post(manager, `/contracts/${made.body.id}/changes`, body, made.body.version);
    expect(moved.body).toMatchObject({ proposed: null, current: { number: 1, untilAt: '2026-09-01T00:00:00Z' } });
    await at('2026-09-01T00:00:00Z');
    expect((await get(manager, `/contracts/${made.body.id}`)).body.current).toMatchObject({
      number: 2,
      verdict: 'stronger',
    });
    expect((await facts(made.body.id)).at(-1)).toBe('contract.moved 2026-09-01T00:00:00Z');
  });

  test('names nothing new, another service, the past, or an edition that changed: refused', async () => {
    const made = await sign();
    await at('2026-07-02T00:00:00Z');
    const code = async (body: object, version = made.body.version as number) =>
      (await post(manager, `/contracts/${made.body.id}/changes`, body, version)).body.code;
    const same = { versionId: almacare.versionId, level: 'enhanced' };
    expect(await code(same)).toBe('value.not-allowed');
    expect(await code({ versionId: tuxcare.versionId, level: 'tam' })).toBe('value.not-allowed');
    expect(await code({ ...same, level: 'essential', fromAt: '2026-07-01T12:00:00Z' })).toBe('value.not-allowed');
    expect(await code({ ...same, level: 'essential' }, 99)).toBe('edit.conflict');
  });

  test('of two at once one is taken', async () => {
    const made = await sign();
    const body = change({});
    const replies = await Promise.all(
      [1, 2, 3].map(() => post(manager, `/contracts/${made.body.id}/changes`, body, made.body.version)),
    );
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  });

  test('to a newer version keeps the older until then', async () => {
    const next = await publishService(server.db, 'almacare', (text) =>
      text.replaceAll('"1.0"', '"1.1"').replace('1: 30 minutes,', '1: 20 minutes,'),
    );
    const made = await sign();
    const body = { versionId: next.versionId, level: 'enhanced' };
    const moved = await post(manager, `/contracts/${made.body.id}/changes`, body, made.body.version);
    expect(moved.status).toBe(200);
    const [newest, first] = moved.body.history;
    expect([newest.documentVersion, first.documentVersion]).toEqual(['1.1', '1.0']);
  });

  test('is withdrawn by staff, and never by the customer', async () => {
    const made = await sign();
    const proposed = await post(manager, `/contracts/${made.body.id}/changes`, change({}), made.body.version);
    const path = `/contracts/${made.body.id}/changes/${proposed.body.proposed.id}/withdrawal`;
    expect((await post(approver, path, {})).status).toBe(403);
    expect((await post(manager, path, { note: 'Mistake' })).body.history[0]).toMatchObject({ state: 'withdrawn' });
  });
});

describe('TX14: an add-on', () => {
  const addOn = (body: object) =>
    post(manager, '/contracts', {
      name: 'TAM',
      versionId: tuxcare.versionId,
      level: 'tam',
      startsAt: '2026-07-01T00:00:00Z',
      ...body,
    });

  test('extends a contract of a base service in the same account, and ends with it', async () => {
    expect((await addOn({})).body.detail).toContain('is an add-on: name the contract that it extends');
    const base = await sign();
    const added = await addOn({ extendsId: base.body.id });
    expect(added.body.extends).toEqual({ id: base.body.id, name: 'Support' });
    expect((await addOn({ extendsId: added.body.id })).body.detail).toContain('is an add-on itself');
    expect((await sign({ extendsId: base.body.id })).body.detail).toContain('is no add-on');
    await at('2026-08-01T00:00:00Z');
    await post(manager, `/contracts/${base.body.id}/ending`, {}, base.body.version);
    expect((await get(manager, `/contracts/${added.body.id}`)).body.state).toBe('ended');
    expect((await facts(added.body.id)).at(-1)).toBe('contract.ended 2026-08-01T00:00:00Z');
    expect((await addOn({ extendsId: base.body.id })).body.code).toBe('state.not-possible');
  });

  test("cannot extend another account's contract", async () => {
    const base = await sign();
    accountId = await server.account('Elsewhere');
    expect((await addOn({ extendsId: base.body.id })).body.code).toBe('record.not-found');
  });

  test('TX6: brings the working hours of its own account manager', async () => {
    const base = await sign();
    const added = await addOn({
      extendsId: base.body.id,
      parameters: { 'manager-hours': 'lena' },
      calendars: {
        lena: {
          zone: 'Europe/Rome',
          weekly: { 'mon-fri': ['10:00-18:00'] },
          holidays: [{ country: 'IT', list: 'date-holidays 3.37.0' }],
        },
      },
    });
    expect([added.status, added.body.current.parameters]).toEqual([201, { 'manager-hours': 'lena' }]);
    const kept = await server.db.read(SYSTEM, (tx) =>
      tx.first<{ country: string }>(
        sql`select holidays->'places'->0->>'country' as country from contract_terms where contract_id = ${added.body.id}`,
      ),
    );
    expect(kept).toEqual({ country: 'IT' });
  });
});

describe('entitlements', () => {
  const describeAccount = (fields: object) =>
    server.call(manager, 'PATCH', `/accounts/${accountId}`, { body: fields, headers: { 'if-match': '"1"' } });

  test('AC4: seats are reckoned from hosts, with the arithmetic', async () => {
    await describeAccount({ hosts: 2400 });
    await sign();
    await server.customer(`Lena Lead ${letter()}`, accountId, 'technical-lead');
    const { body } = await get(approver, '/entitlements');
    expect(body.contracts[0].seats[0]).toMatchObject({
      role: 'technical-lead',
      allowed: 6,
      taken: 1,
      free: 5,
      sentence: expect.stringContaining('2,400 hosts start 3, so 6'),
    });
    expect(body.contracts[0].scope.covered.map((item: { name: string }) => item.name)).toContain('applications');
  });

  test('GL1: an account that no rule admits needs all the roles that decide an exception', async () => {
    const gitlab = await publishService(server.db, 'gitlab-tam');
    const tam = { name: 'TAM', versionId: gitlab.versionId, level: 'enterprise', startsAt: '2026-07-01T00:00:00Z' };
    const needed = { ...tam, ...(await baseIfNeeded(gitlab)) };
    await describeAccount({ segment: 'Enterprise', annualRecurringRevenue: 49_999 });
    expect((await post(manager, '/contracts', needed)).body.code).toBe('state.not-possible');
    const asked = await get(manager, `/eligibility?versionId=${gitlab.versionId}&level=enterprise`);
    expect(asked.body.eligibility).toBe('needs-exception');
    const [exception] = asked.body.exceptions;
    const sales = await server.staff(`Sam Sales ${letter()}`, 'account-executive');
    const people = [manager, sales];
    const decide = (person: Person, role: string) =>
      post(person, '/exceptions', { versionId: gitlab.versionId, exception: exception.name, role, grants: true });
    const roles = exception.decisions.map(({ role }: { role: string }) => role);
    expect(roles.length).toBe(2);
    expect((await decide(manager, roles[0])).status).toBe(201);
    expect((await decide(manager, roles[1])).body.code).toBe('value.not-allowed');
    expect((await post(manager, '/contracts', needed)).body.code).toBe('state.not-possible');
    expect((await decide(people[1] ?? manager, roles[1])).status).toBe(201);
    expect((await post(manager, '/contracts', needed)).status).toBe(201);
  });

  async function baseIfNeeded(of: PublishedService): Promise<{ extendsId?: string }> {
    const form = await server.call(
      manager,
      'GET',
      `/descriptions/${of.descriptionId}/versions/${of.versionId}/agreeable?level=enterprise`,
    );
    return form.body.isAddOn ? { extendsId: (await sign()).body.id } : {};
  }
});

describe('who sees and does what', () => {
  test('the customer reads its contracts and their document; strangers see nothing', async () => {
    const made = await sign();
    const path = `/contracts/${made.body.id}`;
    expect((await get(approver, '/contracts')).body.rows).toHaveLength(1);
    expect((await get(approver, `${path}/document`)).body.subtitle).toBe('Service description, level Enhanced');
    const page = await get(approver, `${path}/page`);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const stranger = await server.customer(`Stan Stranger ${letter()}`, await server.account('Foreign'), 'approver');
    for (const reply of [
      await get(stranger, path),
      await get(stranger, `${path}/page`),
      await get(stranger, '/entitlements'),
    ])
      expect(reply.body.code).toBe('record.not-found');
    expect((await post(approver, '/contracts', enhanced())).status).toBe(403);
    const engineer = await server.staff(`Erik Engineer ${letter()}`, 'support-engineer');
    expect((await post(engineer, '/contracts', enhanced())).status).toBe(403);
    expect((await get(engineer, path)).status).toBe(200);
  });
});
