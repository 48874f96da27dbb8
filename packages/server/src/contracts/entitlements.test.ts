import { v7 as uuid } from 'uuid';
import type { Gives } from '@tamarack/contract';
import { describe, expect, test } from 'vitest';
import { publishService, type PublishedService } from '../../../../tests/support/publish-service.ts';
import type { Person } from '../../../../tests/support/test-application.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { useDesk } from './oracles/contract-desk.ts';

type Entitled = Gives<'GET /accounts/:accountId/entitlements'>['contracts'][number];

const desk = useDesk();
const { get, post, sign } = desk;

describe('entitlements', () => {
  const describeAccount = (fields: object) =>
    desk.server.call(desk.manager, 'PATCH', `/accounts/${desk.accountId}`, {
      body: fields,
      headers: { 'if-match': '"1"' },
    });

  test('AC4: seats are reckoned from hosts, with the arithmetic', async () => {
    await describeAccount({ hosts: 2400 });
    await sign();
    await desk.server.customer(`Lena Lead ${desk.letter}`, desk.accountId, 'technical-lead');
    const { body } = await get(desk.approver, '/entitlements');
    expect(body.contracts[0].seats[0]).toMatchObject({
      role: 'technical-lead',
      allowed: 6,
      taken: 1,
      free: 5,
      sentence: expect.stringContaining('2,400 hosts start 3, so 6'),
    });
    expect(body.contracts[0].scope.covered.map((item: { name: string }) => item.name)).toContain('applications');
  });

  test('AC6, AC20: the gates that stand before a ticket, and for whom they are open', async () => {
    const trained = await desk.server.customer(`Tom Trained ${desk.letter}`, desk.accountId, 'technical-lead');
    const { body: contract } = await sign();
    const gates = async (who: Person) => {
      const { body } = await get(who, '/entitlements');
      const all = body.contracts.find((each: { contractId: string }) => each.contractId === contract.id).gates;
      const need = (promise: string) => all.find((gate: { promise: string }) => gate.promise === promise).needs[0];
      return { licence: need('entitlement'), training: need('trained-submitters') };
    };
    const before = await gates(desk.approver);
    expect(before.licence).toMatchObject({ of: 'account', given: false, missing: 'No valid licence.' });
    expect(before.training.people).toContainEqual({ id: trained.id, name: trained.name, given: false });
    const { db, clock } = desk.server;
    await db.write(SYSTEM, (tx) =>
      recordFacts(
        tx,
        [
          { accountId: desk.accountId, fact: 'licence.issued', subjectId: uuid(), audience: 'internal' },
          { accountId: desk.accountId, fact: 'person.trained', subjectId: trained.id },
        ],
        { side: 'provider', via: 'test' },
        clock.now(),
      ),
    );
    for (const who of [desk.manager, desk.approver]) {
      const after = await gates(who);
      expect(after.licence).toMatchObject({ given: true, remedy: 'First a licence is issued or renewed.' });
      expect(after.training.people.filter(({ given }: { given: boolean }) => given)).toEqual([
        { id: trained.id, name: trained.name, given: true },
      ]);
    }
  });

  test('GL1: an account that no rule admits needs all the roles that decide an exception', async () => {
    const gitlab = await publishService(desk.server.db, 'gitlab-tam');
    const tam = { name: 'TAM', versionId: gitlab.versionId, level: 'enterprise', startsAt: '2026-07-01T00:00:00Z' };
    const needed = { ...tam, ...(await baseIfNeeded(gitlab)) };
    await describeAccount({ segment: 'Enterprise', annualRecurringRevenue: 49_999 });
    expect((await post(desk.manager, '/contracts', needed)).body.code).toBe('state.not-possible');
    const asked = await get(desk.manager, `/eligibility?versionId=${gitlab.versionId}&level=enterprise`);
    expect(asked.body.eligibility).toBe('needs-exception');
    const [exception] = asked.body.exceptions;
    const sales = await desk.server.staff(`Sam Sales ${desk.letter}`, 'account-executive');
    const people = [desk.manager, sales];
    const decide = (person: Person, role: string) =>
      post(person, '/exceptions', { versionId: gitlab.versionId, exception: exception.name, role, grants: true });
    const roles = exception.decisions.map(({ role }: { role: string }) => role);
    expect(roles.length).toBe(2);
    expect((await decide(desk.manager, roles[0])).status).toBe(201);
    expect((await decide(desk.manager, roles[1])).body.code).toBe('value.not-allowed');
    expect((await post(desk.manager, '/contracts', needed)).body.code).toBe('state.not-possible');
    expect((await decide(people[1] ?? desk.manager, roles[1])).status).toBe(201);
    expect((await post(desk.manager, '/contracts', needed)).status).toBe(201);
    const revenueFor = async (person: Person) => {
      const { body } = await get(person, '/entitlements');
      const asks = body.contracts.flatMap((each: Entitled) => each.eligibility.rules.flatMap(({ asks: of }) => of));
      return asks.find(({ field }: { field: string }) => field === 'annual-recurring-revenue').value;
    };
    expect([await revenueFor(desk.manager), await revenueFor(desk.approver)]).toEqual([49_999, null]);
    const told = (await get(desk.manager, '/facts?fact=account.exception')).body.rows;
    expect(told.map(({ says, by }: { says: string; by: string }) => `${says} by ${by}`)).toEqual([
      `the exception of the account was granted by ${sales.name}`,
      'the exception of the account was granted by Mara Manager',
    ]);
    expect((await get(desk.approver, '/facts?fact=account.exception')).body.rows).toEqual([]);
    const { body: decided } = await get(desk.manager, `/eligibility?versionId=${gitlab.versionId}&level=enterprise`);
    expect(decided.exceptions[0]).toMatchObject({
      granted: true,
      decisions: people.map(({ id }, at) => ({ role: roles[at], grants: true, decidedBy: { id } })),
    });
  });

  test('GL1: a refused exception shuts the door until the role says otherwise; nobody decides for two roles, not even at once', async () => {
    const { versionId, ...gitlab } = await publishService(desk.server.db, 'gitlab-tam');
    await describeAccount({ segment: 'Enterprise', annualRecurringRevenue: 49_999 });
    const asked = () => get(desk.manager, `/eligibility?versionId=${versionId}&level=enterprise`);
    const [{ name, decisions }] = (await asked()).body.exceptions;
    const [one, two] = decisions.map(({ role }: { role: string }) => role);
    const decide = (role: string, grants: boolean, person = desk.manager, exception = name) =>
      post(person, '/exceptions', { versionId, exception, role, grants, note: 'Strategic' });
    const atOnce = [one, two, one, two, one, two, one, two];
    const replies = await Promise.all(atOnce.map((role) => decide(role, true)));
    const granted = new Set(atOnce.filter((_, index) => replies[index]?.status === 201));
    expect(granted.size).toBe(1);
    const [role] = granted;
    expect((await decide(role, false)).status).toBe(201);
    expect((await asked()).body).toMatchObject({ eligibility: 'not-eligible', exceptions: [{ refused: true }] });
    const tam = { name: 'TAM', versionId, level: 'enterprise', startsAt: '2026-07-01T00:00:00Z' };
    const refused = await post(desk.manager, '/contracts', {
      ...tam,
      ...(await baseIfNeeded({ versionId, ...gitlab })),
    });
    expect(refused.body.detail).toMatch(/^This account cannot have the service\./);
    expect((await decide(role, true)).status).toBe(201);
    expect((await asked()).body.eligibility).toBe('needs-exception');
    expect((await decide('janitor', true)).body.code).toBe('value.not-allowed');
    expect((await decide(one, true, desk.manager, 'constructor')).body.code).toBe('value.not-allowed');
    expect((await decide(one, true, desk.approver)).body.code).toBe('access.denied');
  });

  async function baseIfNeeded(of: PublishedService): Promise<{ extendsId?: string }> {
    const form = await desk.server.call(
      desk.manager,
      'GET',
      `/descriptions/${of.descriptionId}/versions/${of.versionId}/agreeable?level=enterprise`,
    );
    return form.body.isAddOn ? { extendsId: (await sign()).body.id } : {};
  }
});
