import { Secret, TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../platform/clock/clock.ts';
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

/** Sets one up as a person does: scans, enters the code. Gives the app and the recovery codes. */
async function setUpSecondFactor(browser: Browser, password: string) {
  const enabled = await browser.send('POST', '/auth/two-factor/enable', { password });
  const app = URI.parse(enabled.body.totpURI);
  if (!(app instanceof TOTP)) throw new Error('no time-based factor');
  const verified = await browser.send('POST', '/auth/two-factor/verify-totp', { code: app.generate() });
  expect(verified.status).toBe(200);
  // The next code: this one was used, and is good for once.
  const code = () => app.generate({ timestamp: systemClock.now().epochMilliseconds + 30_000 });
  return { app, code, recoveryCodes: enabled.body.backupCodes as string[] };
}

describe('a second factor', () => {
  test('is asked for after the password, and only with it there is a session', async () => {
    const { browser } = await house.invited(ada, '/v1/staff-invitations', {
      name: 'Tess', email: 'tess@provider.test', roles: ['team-lead'],
    }); // prettier-ignore
    expect((await browser.send('POST', '/auth/two-factor/enable', { password: 'wrong' })).body.code).toBe(
      'sign-in.failed',
    );
    const before = browser.cookies.get('tamarack.session_token');
    const { app, code, recoveryCodes } = await setUpSecondFactor(browser, PASSWORD);
    expect(browser.cookies.get('tamarack.session_token')).not.toBe(before);
    expect((await browser.send('GET', '/v1/me')).body.secondFactor).toMatchObject({ isOn: true, isMissing: false });

    const half = house.browser();
    const password = await half.signIn('tess@provider.test', PASSWORD);
    expect(password.body).toMatchObject({ twoFactorRedirect: true });
    expect((await half.send('GET', '/v1/me')).status).toBe(401);
    const wrong = await half.send('POST', '/auth/two-factor/verify-totp', { code: '000000' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign-in.code-wrong']);
    const right = code();
    expect((await half.send('POST', '/auth/two-factor/verify-totp', { code: right })).status).toBe(200);
    const [session] = (await half.send('GET', '/v1/me/sessions')).body.rows;
    expect(session.signedInBy).toBe('second-factor');

    const overShoulder = house.browser();
    await overShoulder.signIn('tess@provider.test', PASSWORD);
    for (const seen of [right, app.generate()])
      expect((await overShoulder.send('POST', '/auth/two-factor/verify-totp', { code: seen })).status).toBe(401);
    expect(overShoulder.cookies.has('tamarack.session_token')).toBe(false);

    const recovery = { code: recoveryCodes[0] ?? '' };
    const lost = house.browser();
    await lost.signIn('tess@provider.test', PASSWORD);
    expect((await lost.send('POST', '/auth/two-factor/verify-backup-code', recovery)).status).toBe(200);
    const again = house.browser();
    await again.signIn('tess@provider.test', PASSWORD);
    expect((await again.send('POST', '/auth/two-factor/verify-backup-code', recovery)).body.code).toBe(
      'sign-in.code-wrong',
    );
  });

  test('gives up a challenge after five wrong codes', async () => {
    const { browser } = await house.invited(ada, '/v1/staff-invitations', {
      name: 'Gus', email: 'gus@provider.test', roles: ['team-lead'],
    }); // prettier-ignore
    const { code } = await setUpSecondFactor(browser, PASSWORD);
    const guesser = house.browser();
    await guesser.signIn('gus@provider.test', PASSWORD);
    for (let i = 0; i < 6; i += 1) await guesser.send('POST', '/auth/two-factor/verify-totp', { code: '000000' });
    expect((await guesser.send('POST', '/auth/two-factor/verify-totp', { code: code() })).status).toBe(401);
  });

  test('can be removed by an administrator for somebody who lost it', async () => {
    const { browser, id } = await house.invited(ada, '/v1/staff-invitations', {
      name: 'Lou', email: 'lou@provider.test', roles: ['team-lead'],
    }); // prettier-ignore
    await setUpSecondFactor(browser, PASSWORD);
    expect((await browser.send('DELETE', `/v1/people/${id}/second-factor`)).status).toBe(403);
    expect((await ada.send('DELETE', `/v1/people/${id}/second-factor`)).status).toBe(204);
    await expect.poll(async () => (await browser.send('GET', '/v1/me')).status).toBe(401);
    expect((await browser.signIn('lou@provider.test', PASSWORD)).body).not.toHaveProperty('twoFactorRedirect');
    expect((await browser.send('GET', '/v1/me')).body.secondFactor.isOn).toBe(false);
  });
});

describe('where staff need a second factor', () => {
  test('the rule cannot lock out its author; without one nothing works but the profile', async () => {
    const { browser } = await house.invited(ada, '/v1/staff-invitations', {
      name: 'Una', email: 'una@provider.test', roles: ['support-engineer'],
    }); // prettier-ignore
    const ask = async () => {
      const { version, ...rest } = (await ada.send('GET', '/v1/settings')).body;
      return ada.send('PUT', '/v1/settings', { ...rest, secondFactorForStaff: true }, { 'if-match': `"${version}"` });
    };
    expect((await ask()).body.code).toBe('state.not-possible');
    await setUpSecondFactor(ada, ADMINISTRATOR.password);
    expect((await ask()).body.secondFactorForStaff).toBe(true);
    await expect
      .poll(async () => (await browser.send('GET', '/v1/accounts')).body.code)
      .toBe('sign-in.second-factor-required');
    for (const path of ['/v1/staff', '/v1/me/tokens'])
      expect((await browser.send('GET', path)).body.code).toBe('sign-in.second-factor-required');
    expect((await browser.send('GET', '/v1/me')).body.secondFactor.isMissing).toBe(true);
    await setUpSecondFactor(browser, PASSWORD);
    expect((await browser.send('GET', '/v1/accounts')).status).toBe(200);
    expect((await ada.send('GET', '/v1/accounts')).status).toBe(200);
  });

  test('customers are not asked', async () => {
    const account = await house.account(ada, 'Alder Bank');
    const { browser } = await house.invited(ada, `/v1/accounts/${account}/invitations`, {
      name: 'Lena', email: 'lena@customer.test', roles: ['technical-lead'],
    }); // prettier-ignore
    expect((await browser.send('GET', `/v1/accounts/${account}`)).status).toBe(200);
  });
});

test('secrets are not kept readable', async () => {
  const pg = await import('pg');
  const owner = new pg.default.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query('select secret, recovery_codes from second_factor');
  await owner.end();
  expect(rows.length).toBeGreaterThan(1);
  for (const { secret, recovery_codes: codes } of rows) {
    expect(() => Secret.fromBase32(secret)).toThrow(TypeError);
    expect(codes).not.toMatch(/[\w]{5}-[\w]{5}/);
  }
});
