import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  PUBLIC_URL,
  startSignInApplication,
  type Browser,
  type SignInApplication,
} from '../../../../../tests/support/sign-in-application.ts';
import { softAuthenticator } from './oracles/soft-authenticator.ts';

let house: SignInApplication;
let ada: Browser;
beforeAll(async () => {
  house = await startSignInApplication();
  ada = await house.setUp();
});
afterAll(() => house.stop());

const key = softAuthenticator(PUBLIC_URL);

async function signInWith(browser: Browser, isVerified = true, authenticator = key) {
  const { body: options } = await browser.send('GET', '/auth/passkey/generate-authenticate-options');
  const response = authenticator.assert({ ...options, rpId: 'tamarack.test' }, isVerified);
  return browser.send('POST', '/auth/passkey/verify-authentication', { response });
}

test('a passkey is registered, signs in by itself, and counts as a second factor', async () => {
  const { body: options } = await ada.send('GET', '/auth/passkey/generate-register-options?name=Laptop');
  expect(options).toMatchObject({
    rp: { id: 'tamarack.test' },
    // A browser makes none without knowing for whom.
    user: { id: expect.any(String), name: expect.any(String) },
    authenticatorSelection: { userVerification: 'required' },
  });
  const registered = await ada.send('POST', '/auth/passkey/verify-registration', {
    response: key.register(options),
    name: 'Laptop',
  });
  expect(registered.status).toBe(200);
  const browser = house.browser();
  const signedIn = await signInWith(browser);
  expect([signedIn.status, signedIn.body]).toEqual([200, {}]);
  const me = (await browser.send('GET', '/v1/me')).body;
  expect(me.secondFactor).toMatchObject({ isOn: false, passkeys: 1 });
  const { rows } = (await browser.send('GET', '/v1/me/sessions')).body;
  expect(rows.find(({ isThisOne }: { isThisOne: boolean }) => isThisOne).signedInBy).toBe('passkey');
});

test('without a look at who holds it, it opens nothing', async () => {
  const browser = house.browser();
  const refused = await signInWith(browser, false);
  expect([refused.status, refused.body.code]).toEqual([401, 'sign-in.failed']);
  expect(browser.cookies.has('tamarack.session_token')).toBe(false);
});

test('a foreign key, a foreign page and an answer given twice open nothing', async () => {
  const browser = house.browser();
  expect((await signInWith(browser, true, softAuthenticator(PUBLIC_URL))).status).toBe(401);
  const { body: options } = await browser.send('GET', '/auth/passkey/generate-authenticate-options');
  const response = key.assert({ ...options, rpId: 'tamarack.test' });
  const cookies = new Map(browser.cookies);
  expect((await browser.send('POST', '/auth/passkey/verify-authentication', { response })).status).toBe(200);
  const thief = house.browser();
  for (const [name, value] of cookies) thief.cookies.set(name, value);
  expect((await thief.send('POST', '/auth/passkey/verify-authentication', { response })).status).toBe(401);
  const elsewhere = await thief.send('GET', '/auth/passkey/generate-authenticate-options');
  const phished = key.assert({ challenge: elsewhere.body.challenge, rpId: 'evil.test' });
  expect((await thief.send('POST', '/auth/passkey/verify-authentication', { response: phished })).status).toBe(401);
});

test('of somebody who was deactivated opens nothing', async () => {
  const { browser, id } = await house.invited(ada, '/v1/staff-invitations', {
    name: 'Max',
    email: 'max@provider.test',
    roles: ['executive'],
  });
  const own = softAuthenticator(PUBLIC_URL);
  const { body: options } = await browser.send('GET', '/auth/passkey/generate-register-options');
  await browser.send('POST', '/auth/passkey/verify-registration', { response: own.register(options) });
  expect((await signInWith(house.browser(), true, own)).status).toBe(200);
  await ada.send('POST', `/v1/people/${id}/deactivation`, {});
  const refused = await signInWith(house.browser(), true, own);
  expect([refused.status, refused.body.code]).toEqual([401, 'sign-in.failed']);
});

test('is removed by its owner only', async () => {
  const { browser } = await house.invited(ada, '/v1/staff-invitations', {
    name: 'Pia', email: 'pia@provider.test', roles: ['executive'],
  }); // prettier-ignore
  const [passkey] = (await ada.send('GET', '/auth/passkey/list-user-passkeys')).body;
  expect(passkey.name).toBe('Laptop');
  expect((await browser.send('POST', '/auth/passkey/delete-passkey', { id: passkey.id })).status).toBe(401);
  expect((await ada.send('POST', '/auth/passkey/delete-passkey', { id: passkey.id })).status).toBe(200);
  expect((await signInWith(house.browser())).status).toBe(401);
});
