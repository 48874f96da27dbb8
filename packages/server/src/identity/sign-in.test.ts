import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ADMINISTRATOR,
  startSignInApplication,
  type Browser,
  type SignInApplication,
} from '../../../../tests/support/sign-in-application.ts';
import { setUpLink } from './index.ts';

let house: SignInApplication;
let ada: Browser;
beforeAll(async () => {
  house = await startSignInApplication();
});
afterAll(() => house.stop());

const cookie = 'tamarack.session_token';

describe('an empty installation', () => {
  test('is set up by a link that works once', async () => {
    const early = await setUpLink(house.db, 'http://tamarack.test', house.clock.now());
    const link = await setUpLink(house.db, 'http://tamarack.test', house.clock.now());
    const body = { ...ADMINISTRATOR, providerName: 'Northwind Support', name: 'Ada Admin', zone: 'Europe/Berlin' };
    const stranger = house.browser();
    const use = (url: string | undefined, sent: object = body) =>
      stranger.send('POST', `/v1/set-up/${url?.split('/').at(-1)}/completion`, sent);
    expect((await use(early)).body.code).toBe('link.not-valid');
    const weak = await use(link, { ...body, password: 'ada admin northwind 2026' });
    expect([weak.status, weak.body.code]).toEqual([422, 'password.too-weak']);
    expect((await stranger.send('GET', '/v1/sign-in-options')).body.isSetUp).toBe(false);
    expect((await use(link)).status).toBe(200);
    expect((await use(link)).status).toBe(410);
    expect(await setUpLink(house.db, 'http://tamarack.test', house.clock.now())).toBeUndefined();
    expect((await stranger.send('GET', '/v1/sign-in-options')).body).toMatchObject({
      isSetUp: true,
      providerName: 'Northwind Support',
    });
  });
});

describe('signing in with a password', () => {
  test('gives a cookie that no script can read, and nothing else', async () => {
    ada = house.browser();
    const signedIn = await ada.signIn('Ada@Provider.test', ADMINISTRATOR.password);
    expect(signedIn.status).toBe(200);
    expect(JSON.stringify(signedIn.body)).not.toContain(
      decodeURIComponent(ada.cookies.get(cookie) ?? '').split('.')[0],
    );
    const set = String(signedIn.headers['set-cookie']);
    expect(set).toMatch(/^tamarack\.session_token=/);
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Lax/);
    expect(set).not.toMatch(/Secure/);
    const me = await ada.send('GET', '/v1/me');
    expect(me.body).toMatchObject({
      email: ADMINISTRATOR.email,
      side: 'provider',
      staffRoles: ['administrator'],
      via: 'session',
    });
  });

  test('never keeps a session that was there before (fixation)', async () => {
    const victim = house.browser();
    await victim.signIn(ADMINISTRATOR.email, ADMINISTRATOR.password);
    const planted = victim.cookies.get(cookie);
    await victim.signIn(ADMINISTRATOR.email, ADMINISTRATOR.password);
    expect(victim.cookies.get(cookie)).not.toBe(planted);
    const attacker = house.browser();
    attacker.cookies.set(cookie, 'planted.c2lnbmF0dXJl');
    await attacker.signIn(ADMINISTRATOR.email, ADMINISTRATOR.password);
    expect(attacker.cookies.get(cookie)).not.toContain('planted');
  });

  test('says the same of a wrong password and of an unknown address', async () => {
    const stranger = house.browser('192.0.2.7');
    const wrong = await stranger.signIn(ADMINISTRATOR.email, 'not the password at all');
    const unknown = await stranger.signIn('nobody@provider.test', 'not the password at all');
    const said = ({ status, body }: typeof wrong) => ({ status, ...body, 'request-id': '' });
    expect(said(wrong)).toEqual(said(unknown));
    expect(wrong.body).toMatchObject({ status: 401, code: 'sign-in.failed' });
    expect(stranger.cookies.size).toBe(0);
  });

  test('a forged or changed cookie is nobody', async () => {
    const forger = house.browser();
    const [token] = decodeURIComponent(ada.cookies.get(cookie) ?? '').split('.');
    for (const forged of [`${token}.AAAA`, token, `${token}.`, '%E0%A4%A', '.']) {
      forger.cookies.set(cookie, encodeURIComponent(String(forged)));
      expect((await forger.send('GET', '/v1/me')).status).toBe(401);
    }
  });

  test('is Secure where people come by https', async () => {
    const safe = await startSignInApplication('https://tamarack.test');
    const browser = await safe.setUp();
    const again = await browser.signIn(ADMINISTRATOR.email, ADMINISTRATOR.password);
    expect(String(again.headers['set-cookie'])).toMatch(/^__Host-tamarack\.session_token=.*; Path=\/; .*Secure/);
    await safe.stop();
  });
});

describe('what strangers try', () => {
  test('another site cannot act with the cookie, nor sign somebody in', async () => {
    const evil = { origin: 'https://evil.test' };
    expect((await ada.send('POST', '/auth/sign-out', {}, evil)).body.code).toBe('request.cross-site');
    expect((await ada.send('DELETE', '/v1/me/tokens/x', undefined, evil)).body.code).toBe('request.cross-site');
    const fresh = house.browser();
    const login = await fresh.send('POST', '/auth/sign-in/email', ADMINISTRATOR, {
      ...evil,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
    });
    expect(login.status).toBe(403);
    expect((await ada.send('GET', '/v1/me')).status).toBe(200);
  });

  test('the library’s other endpoints do not exist', async () => {
    const paths = [
      '/auth/sign-up/email', '/auth/update-user', '/auth/change-email', '/auth/delete-user', '/auth/get-session',
      '/auth/list-sessions', '/auth/change-password', '/auth/link-social', '/auth/set-password', '/auth/ok',
      '/auth/constructor', '/auth/', '/auth/two-factor/send-otp', '/auth//sign-in/email', '/auth/%2e%2e/v1/me',
    ]; // prettier-ignore
    for (const path of paths) {
      const body = { email: 'x@provider.test', password: ADMINISTRATOR.password, name: 'X' };
      expect([path, (await ada.send('POST', path, body)).status]).toEqual([path, 404]);
    }
    const extra = await ada.send('POST', '/auth/sign-in/email', { ...ADMINISTRATOR, callbackURL: 'https://evil.test' });
    expect(extra.body.code).toBe('request.invalid');
  });

  test('guesses are counted for the account over all servers and addresses, before they are tried', async () => {
    const second = await house.another();
    const guess = (i: number) =>
      house.browser(`198.51.100.${i}`).send(
        'POST', '/auth/sign-in/email', { email: 'Victim@provider.test', password: `guess number ${i} of many` }, {},
        i % 2 ? second.app : house.first.app,
      ); // prettier-ignore
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => guess(i)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      ...Array(10).fill(401),
      ...Array(6).fill(429),
    ]);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(600);
    house.clock.moveTo(house.clock.now().add({ minutes: 16 }));
    expect((await guess(1)).status).toBe(401);
  });

  test('one address that tries codes again and again is stopped, too', async () => {
    const spray = house.browser('203.0.113.9');
    const answers = [];
    for (let i = 0; i < 102; i += 1)
      answers.push(await spray.send('POST', '/auth/two-factor/verify-totp', { code: '123456' }));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(100);
    expect(answers.slice(100).map(({ body }) => body.code)).toEqual(['request.too-many', 'request.too-many']);
    expect(
      (await house.browser('203.0.113.10').send('POST', '/auth/two-factor/verify-totp', { code: '123456' })).status,
    ).toBe(401);
  });
});

test('nothing went wrong on our side', () => {
  expect(house.problems).toEqual([]);
});
