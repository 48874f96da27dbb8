import { describe, expect, test } from 'vitest';
import { publishService, type PublishedService } from '../../../../tests/support/publish-service.ts';
import type { Person } from '../../../../tests/support/test-application.ts';
import { useDesk } from './oracles/contract-desk.ts';

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
