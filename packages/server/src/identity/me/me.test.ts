import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ADMINISTRATOR,
  PASSWORD,
  startSignInApplication,
  type Browser,
  type SignInApplication,
} from '../../../../../tests/support/sign-in-application.ts';

let house: SignInApplication;
let ada: Browser;
beforeAll(async () => {
  house = await startSignInApplication();
  ada = await house.setUp();
});
afterAll(() => house.stop());

const inDays = (days: number) =>
  house.clock
    .now()
    .add({ hours: 24 * days })
    .toString();
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('the profile', () => {
  test('changes name, zone, preferences and working hours, with the version as guard', async () => {
    const { body: before } = await ada.send('GET', '/v1/me');
    expect(before.preferences).toEqual({ mails: 'at-once', colours: 'as-the-system' });
    const version = { 'if-match': `"${before.version}"` };
    const hours = { weekly: { 'mon-thu': ['09:00-17:00'], fri: ['09:00-13:00'] } };
    const changed = await ada.send(
      'PATCH',
      '/v1/me',
      { name: 'Ada A.', zone: 'Asia/Tokyo', workingCalendar: hours },
      version,
    );
    expect(changed.body).toMatchObject({ name: 'Ada A.', zone: 'Asia/Tokyo', workingCalendar: hours });
    expect((await ada.send('PATCH', '/v1/me', { name: 'Late' }, version)).body.code).toBe('edit.conflict');
    const next = { 'if-match': `"${changed.body.version}"` };
    const never = await ada.send('PATCH', '/v1/me', { workingCalendar: { weekly: { mon: [] } } }, next);
    expect([never.status, never.body.code]).toEqual([422, 'value.not-allowed']);
    const none = await ada.send('PATCH', '/v1/me', { workingCalendar: null }, next);
    expect(none.body.workingCalendar).toBeNull();
  });

  test('changes the password after a look at the present one, and ends the other sessions', async () => {
    const other = house.browser();
    await other.signIn(ADMINISTRATOR.email, ADMINISTRATOR.password);
    const change = (current: string, next: string) => ada.send('PUT', '/v1/me/password', { current, next });
    expect((await change('wrong', 'four brave herons read by lamplight')).body.code).toBe('sign-in.failed');
    expect((await change(ADMINISTRATOR.password, 'short')).body.code).toBe('request.invalid');
    expect((await change(ADMINISTRATOR.password, 'passwordpassword1')).body.code).toBe('password.too-weak');
    const long = 'Ärger mit 77 Möwen über Åland 海鸥 '.repeat(3);
    expect((await change(ADMINISTRATOR.password, long)).status).toBe(204);
    expect((await ada.send('GET', '/v1/me')).status).toBe(200);
    await expect.poll(async () => (await other.send('GET', '/v1/me')).status).toBe(401);
    expect((await other.signIn(ADMINISTRATOR.email, ADMINISTRATOR.password)).status).toBe(401);
    // The same text, typed with combining marks.
    expect((await other.signIn(ADMINISTRATOR.email, long.normalize('NFD'))).status).toBe(200);
    expect((await change(long, ADMINISTRATOR.password)).status).toBe(204);
    expect((await house.mails()).map(({ kind }) => kind)).toEqual(['password-changed', 'password-changed']);
  });

  test('somebody else’s session cannot be ended', async () => {
    const { browser } = await house.invited(ada, '/v1/staff-invitations', {
      name: 'Sam', email: 'sam@provider.test', roles: ['support-engineer'],
    }); // prettier-ignore
    const [row] = (await ada.send('GET', '/v1/me/sessions')).body.rows;
    expect((await browser.send('DELETE', `/v1/me/sessions/${row.id}`)).status).toBe(404);
    expect((await ada.send('GET', '/v1/me')).status).toBe(200);
  });
});

describe('API tokens', () => {
  test('act within their scopes only, are shown once, and are kept as a hash', async () => {
    const made = await ada.send('POST', '/v1/me/tokens', {
      name: 'Ledger export',
      scopes: ['accounts.read'],
      expiresAt: inDays(30),
    });
    expect(made.body.token).toMatch(/^tmk_[\w-]{43}$/);
    const machine = house.browser('198.51.100.5');
    const headers = bearer(made.body.token);
    expect((await machine.send('GET', '/v1/accounts', undefined, headers)).status).toBe(200);
    expect((await machine.send('GET', '/v1/me', undefined, headers)).body).toMatchObject({
      via: 'token',
      actions: ['accounts.read'],
    });
    expect((await machine.send('POST', '/v1/accounts', { name: 'X', zone: 'UTC' }, headers)).body.code).toBe(
      'access.denied',
    );
    for (const [method, path, body] of [
      ['POST', '/v1/me/tokens', { name: 'More', scopes: ['accounts.read'], expiresAt: inDays(1) }],
      ['PUT', '/v1/me/password', { current: 'x', next: PASSWORD }],
      ['DELETE', `/v1/me/tokens/${made.body.id}`, undefined],
    ] as const)
      expect((await machine.send(method, path, body, headers)).body.code).toBe('access.denied');
    const listed = (await ada.send('GET', '/v1/me/tokens')).body.rows;
    expect(JSON.stringify(listed)).not.toContain('tmk_');
    expect(listed[0]).toMatchObject({
      name: 'Ledger export',
      lastUsedAt: house.clock.now().toString(),
    });
  });

  test('cannot reach further than their maker, nor last longer than a year', async () => {
    const { browser } = await house.invited(ada, '/v1/staff-invitations', {
      name: 'Eve', email: 'eve@provider.test', roles: ['support-engineer'],
    }); // prettier-ignore
    const make = (scopes: string[], expiresAt: string) =>
      browser.send('POST', '/v1/me/tokens', { name: 'T', scopes, expiresAt });
    expect((await make(['administration.write'], inDays(1))).body.code).toBe('value.not-allowed');
    expect((await make(['accounts.read'], inDays(367))).body.code).toBe('value.not-allowed');
    expect((await make(['accounts.read'], inDays(-1))).body.code).toBe('value.not-allowed');
    expect((await make(['accounts.read'], inDays(365))).status).toBe(200);
  });

  test('end when they are revoked, expire, or their maker goes; garbage is nobody', async () => {
    const { browser, id } = await house.invited(ada, '/v1/staff-invitations', {
      name: 'Tim', email: 'tim@provider.test', roles: ['support-engineer'],
    }); // prettier-ignore
    const make = async (days: number) =>
      (await browser.send('POST', '/v1/me/tokens', { name: 'T', scopes: ['accounts.read'], expiresAt: inDays(days) }))
        .body;
    const [revoked, brief, left] = [await make(5), await make(1), await make(5)];
    const use = async (token: string) =>
      (await house.browser().send('GET', '/v1/accounts', undefined, bearer(token))).status;
    for (const { token } of [revoked, brief, left]) expect(await use(token)).toBe(200);
    expect((await ada.send('DELETE', `/v1/me/tokens/${revoked.id}`)).status).toBe(404);
    await browser.send('DELETE', `/v1/me/tokens/${revoked.id}`);
    await expect.poll(() => use(revoked.token)).toBe(401);
    expect(await use(left.token)).toBe(200);
    await ada.send('POST', `/v1/people/${id}/deactivation`, {});
    await expect.poll(() => use(left.token)).toBe(401);
    await ada.send('POST', `/v1/people/${id}/reactivation`, {});
    expect(await use(left.token)).toBe(401);
    const forged = `tmk_${'A'.repeat(43)}`;
    for (const garbage of [forged, 'tmk_', `${brief.token}x`, '']) expect(await use(garbage)).toBe(401);
    // A wrong token is not saved by a good cookie.
    expect((await ada.send('GET', '/v1/me', undefined, bearer(forged))).status).toBe(401);
  });

  test('an expired token is refused, remembered or not', async () => {
    const made = (
      await ada.send('POST', '/v1/me/tokens', { name: 'T', scopes: ['accounts.read'], expiresAt: inDays(1) })
    ).body;
    const use = async () => (await house.browser().send('GET', '/v1/accounts', undefined, bearer(made.token))).status;
    expect(await use()).toBe(200);
    house.clock.moveTo(house.clock.now().add({ hours: 24 }));
    expect(await use()).toBe(401);
  });
});
