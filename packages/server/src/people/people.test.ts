import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  PASSWORD,
  startSignInApplication,
  type Browser,
  type SignInApplication,
} from '../../../../tests/support/sign-in-application.ts';

let house: SignInApplication;
let ada: Browser;
let adaId: string;
beforeAll(async () => {
  house = await startSignInApplication();
  ada = await house.setUp();
  adaId = (await ada.send('GET', '/v1/me')).body.id;
});
afterAll(() => house.stop());

const customer = (account: string, email: string, ...roles: string[]) =>
  house.invited(ada, `/v1/accounts/${account}/invitations`, { name: email.split('@')[0] ?? '', email, roles });

describe('people of a customer', () => {
  test('are invited by the customer’s own administrator, into that account only', async () => {
    const [own, foreign] = [await house.account(ada, 'Own'), await house.account(ada, 'Foreign')];
    const { browser: cora } = await customer(own, 'cora@customer.test', 'customer-administrator');
    const invite = (account: string, email: string, roles: string[]) =>
      cora.send('POST', `/v1/accounts/${account}/invitations`, { name: 'Colin', email, zone: 'UTC', roles });
    const invited = await invite(own, 'colin@customer.test', ['technical-lead', 'approver']);
    expect([invited.status, typeof invited.body.expiresAt]).toEqual([201, 'string']);
    expect((await invite(foreign, 'colin@customer.test', ['stakeholder'])).status).toBe(404);
    expect((await invite(own, 'x@customer.test', ['administrator'])).body.code).toBe('request.invalid');
    expect(
      (
        await cora.send('POST', '/v1/staff-invitations', {
          name: 'X',
          email: 'x@x.test',
          zone: 'UTC',
          roles: ['administrator'],
        })
      ).status,
    ).toBe(403);
    const lead = await customer(own, 'lena@customer.test', 'technical-lead');
    expect(
      (
        await lead.browser.send('POST', `/v1/accounts/${own}/invitations`, {
          name: 'N',
          email: 'n@customer.test',
          zone: 'UTC',
          roles: ['stakeholder'],
        })
      ).status,
    ).toBe(403);
  });

  test('who are known already are added and told; staff and the deactivated are not', async () => {
    const [one, two] = [await house.account(ada, 'One'), await house.account(ada, 'Two')];
    const { browser: mia, id } = await customer(one, 'mia@customer.test', 'stakeholder');
    const { browser: admin } = await customer(two, 'admin@two.test', 'customer-administrator');
    const invite = (email: string) =>
      admin.send('POST', `/v1/accounts/${two}/invitations`, {
        name: 'Renamed',
        email,
        zone: 'UTC',
        roles: ['approver'],
      });
    expect((await invite('MIA@customer.test')).body).toEqual({ personId: id, expiresAt: null });
    expect((await house.mails()).at(-1)).toMatchObject({ kind: 'added-to-account', personId: id });
    await expect
      .poll(async () => (await mia.send('GET', '/v1/me')).body)
      .toMatchObject({
        name: 'mia',
        accounts: [
          { id: one, name: 'One', roles: ['stakeholder'] },
          { id: two, name: 'Two', roles: ['approver'] },
        ],
      });
    expect((await invite('ada@provider.test')).body.code).toBe('value.not-allowed');
    await ada.send('POST', `/v1/people/${id}/deactivation`, {});
    expect((await invite('mia@customer.test')).body.code).toBe('value.not-allowed');
  });
});

describe('staff', () => {
  test('somebody has to stay administrator, even when two remove one another at once', async () => {
    expect((await ada.send('POST', `/v1/people/${adaId}/deactivation`, {})).body.code).toBe('state.not-possible');
    expect((await ada.send('PUT', `/v1/people/${adaId}/staff-roles`, { roles: [] })).body.code).toBe(
      'state.not-possible',
    );
    const { browser: bob, id } = await house.invited(ada, '/v1/staff-invitations', {
      name: 'Bob', email: 'bob@provider.test', roles: ['administrator'],
    }); // prettier-ignore
    const answers = await Promise.all([
      ada.send('PUT', `/v1/people/${id}/staff-roles`, { roles: ['team-lead'] }),
      bob.send('POST', `/v1/people/${adaId}/deactivation`, {}),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    const left = answers[0].status < 300 ? ada : bob;
    await expect.poll(async () => (await left.send('GET', '/v1/people')).status).toBe(200);
    if (left === bob) {
      await bob.send('POST', `/v1/people/${adaId}/reactivation`, {});
      await ada.signIn('ada@provider.test', 'seven quiet otters swim upstream');
    }
  });

  test('whoever was invited and never came does not stay as the only administrator', async () => {
    const invited = await ada.send('POST', '/v1/staff-invitations', {
      name: 'Nora', email: 'nora@provider.test', zone: 'UTC', roles: ['administrator'],
    }); // prettier-ignore
    expect(invited.status).toBe(201);
    for (const { id, staffRoles } of (await ada.send('GET', '/v1/people?limit=100')).body.rows)
      if (id !== adaId && id !== invited.body.personId && staffRoles.includes('administrator'))
        await ada.send('PUT', `/v1/people/${id}/staff-roles`, { roles: ['team-lead'] });
    const left = await ada.send('POST', `/v1/people/${adaId}/deactivation`, {});
    expect(left.body.code).toBe('state.not-possible');
  });

  test('are listed for staff; everybody is listed for administrators, in pages that miss nobody', async () => {
    const { browser } = await house.invited(ada, '/v1/staff-invitations', {
      name: 'Zoe', email: 'zoe@provider.test', roles: ['support-engineer'],
    }); // prettier-ignore
    const staff = (await browser.send('GET', '/v1/staff')).body.rows;
    expect(staff.at(-1)).toMatchObject({ name: 'Zoe', roles: ['support-engineer'] });
    expect((await browser.send('GET', '/v1/people')).status).toBe(403);
    const all: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await ada.send('GET', `/v1/people?limit=2${after === undefined ? '' : `&after=${after}`}`);
      all.push(...page.body.rows.map(({ email }: { email: string }) => email));
      after = page.body.next;
      if (after === undefined) break;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('zoe@provider.test');
    expect(all).toContain('mia@customer.test');
    const found = (await ada.send('GET', '/v1/people?search=MIA&side=customer')).body.rows;
    expect(found).toHaveLength(1);
    expect(found[0].accounts.map(({ name }: { name: string }) => name)).toEqual(['One', 'Two']);
    expect((await ada.send('GET', '/v1/people?search=%25')).body.rows).toEqual([]);
  });

  test('an administrator sees and ends the sessions of others', async () => {
    const { browser, id } = await house.invited(ada, '/v1/staff-invitations', {
      name: 'Yan', email: 'yan@provider.test', roles: ['executive'],
    }); // prettier-ignore
    expect((await browser.send('GET', `/v1/people/${adaId}/sessions`)).status).toBe(403);
    expect((await ada.send('GET', `/v1/people/${id}/sessions`)).body.rows).toHaveLength(1);
    await ada.send('DELETE', `/v1/people/${id}/sessions`);
    await expect.poll(async () => (await browser.send('GET', '/v1/me')).status).toBe(401);
    expect((await browser.signIn('yan@provider.test', PASSWORD)).status).toBe(200);
  });
});
