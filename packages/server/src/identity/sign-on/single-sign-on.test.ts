import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  PUBLIC_URL,
  startSignInApplication,
  type Browser,
  type SignInApplication,
} from '../../../../../tests/support/sign-in-application.ts';
import { startLoopbackProvider, type Claims, type LoopbackProvider } from './oracles/loopback-provider.ts';

let house: SignInApplication;
let ada: Browser;
let northwind: LoopbackProvider;
let providerId: string;
const secrets: string[] = [];
beforeAll(async () => {
  house = await startSignInApplication();
  ada = await house.setUp();
  northwind = await startLoopbackProvider([`${PUBLIC_URL}/api/auth/callback/northwind`]);
  const added = await ada.send('POST', '/v1/sign-on-providers', {
    slug: 'northwind',
    name: 'Northwind login',
    issuer: northwind.issuer,
    clientId: northwind.clientId,
    clientSecret: northwind.clientSecret,
    domains: ['provider.test'],
    newcomerRole: null,
  });
  expect(added.status).toBe(201);
  secrets.push(JSON.stringify(added.body));
  providerId = added.body.id;
});
afterAll(async () => {
  await northwind.stop();
  await house.stop();
});

/** Walks the whole way as a browser does, and ends where it is sent at last. */
async function signInAs(claims: Claims, browser = house.browser()) {
  northwind.signInAs(claims);
  const asked = await browser.send('POST', '/auth/sign-in/social', {
    provider: 'northwind',
    callbackURL: '/today',
    errorCallbackURL: '/sign-in',
  });
  expect(asked.status).toBe(200);
  const back = await northwind.authorize(asked.body.url);
  const answer = await browser.send('GET', `${back.pathname.replace('/api', '')}${back.search}`);
  return { browser, location: String(answer.headers['location']), back, address: new URL(asked.body.url) };
}

async function change(body: object) {
  const { rows } = (await ada.send('GET', '/v1/sign-on-providers')).body;
  const changed = await ada.send('PATCH', `/v1/sign-on-providers/${providerId}`, body, {
    'if-match': `"${rows[0].version}"`,
  });
  expect(changed.status).toBe(200);
}

const invite = (email: string) =>
  ada.send('POST', '/v1/staff-invitations', { name: 'Invited', email, zone: 'UTC', roles: ['team-lead'] });

describe('single sign-on', () => {
  test('lets in who was invited, by an address that the provider has verified', async () => {
    await invite('ivo@provider.test');
    const claims = { sub: 'ivo-1', email: 'Ivo@provider.test', email_verified: true, name: 'Ivo of Elsewhere' };
    const { browser, location, address } = await signInAs(claims);
    expect(location).toBe('/today');
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    expect(address.searchParams.get('nonce')).toBeTruthy();
    const me = (await browser.send('GET', '/v1/me')).body;
    expect(me).toMatchObject({
      email: 'ivo@provider.test',
      name: 'Invited',
      staffRoles: ['team-lead'],
      hasPassword: false,
    });
    expect((await browser.send('GET', '/v1/me/sessions')).body.rows[0].signedInBy).toBe('single-sign-on');
    // Known by subject from now on, whatever the address is called.
    const renamed = await signInAs({ ...claims, email: 'ivo.new@provider.test' });
    expect((await renamed.browser.send('GET', '/v1/me')).body.id).toBe(me.id);
  });

  test.each([
    ['an address that was not verified', { sub: 'ada-1', email: 'ada@provider.test', email_verified: false }],
    ['an address about which nothing is said', { sub: 'ada-2', email: 'ada@provider.test' }],
    ['nobody who was invited', { sub: 'eve-1', email: 'eve@provider.test', email_verified: true }],
    ['no address', { sub: 'none-1' }],
  ])('does not let in: %s', async (_what, claims) => {
    const { browser, location } = await signInAs(claims);
    expect(location).toMatch(/^\/sign-in\?error=/);
    expect((await browser.send('GET', '/v1/me')).status).toBe(401);
  });

  test('is not believed about addresses of other domains: a customer’s provider is no administrator of ours', async () => {
    await change({ domains: ['customer.test'] });
    const { browser, location } = await signInAs({ sub: 'ada-3', email: 'ada@provider.test', email_verified: true });
    expect(location).toMatch(/^\/sign-in\?error=/);
    expect((await browser.send('GET', '/v1/me')).status).toBe(401);
    await change({ domains: ['provider.test'] });
  });

  test('makes staff of strangers only where it is configured, with the configured role', async () => {
    await change({ newcomerRole: 'support-engineer' });
    const claims = { sub: 'new-1', email: 'newcomer@provider.test', email_verified: true, name: 'Nia Newcomer' };
    const { browser } = await signInAs(claims);
    expect((await browser.send('GET', '/v1/me')).body).toMatchObject({
      name: 'Nia Newcomer',
      side: 'provider',
      staffRoles: ['support-engineer'],
    });
    const stranger = await signInAs({ sub: 'new-2', email: 'newcomer@elsewhere.test', email_verified: true });
    expect(stranger.location).toMatch(/^\/sign-in\?error=/);
    await change({ newcomerRole: null });
  });

  test('does not let in who was deactivated', async () => {
    const { body } = await invite('gone@provider.test');
    const claims = { sub: 'gone-1', email: 'gone@provider.test', email_verified: true };
    await signInAs(claims);
    await ada.send('POST', `/v1/people/${body.personId}/deactivation`, {});
    const { browser, location } = await signInAs(claims);
    expect(location).toMatch(/^\/sign-in\?error=/);
    expect((await browser.send('GET', '/v1/me')).status).toBe(401);
  });

  test('the answer of one browser is of no use in another, nor a second time', async () => {
    await invite('una@provider.test');
    const { back } = await signInAs({ sub: 'una-1', email: 'una@provider.test', email_verified: true });
    const thief = house.browser();
    const replayed = await thief.send('GET', `${back.pathname.replace('/api', '')}${back.search}`);
    expect(String(replayed.headers['location'])).toContain('error=');
    expect((await thief.send('GET', '/v1/me')).status).toBe(401);
    for (const callbackURL of ['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)']) {
      const asked = await thief.send('POST', '/auth/sign-in/social', {
        provider: 'northwind',
        callbackURL,
        errorCallbackURL: '/',
      });
      expect(asked.body.code).toBe('request.invalid');
    }
  });

  test('forgets whom it knew when it becomes another issuer, and is gone when it is disabled or removed', async () => {
    const other = await startLoopbackProvider([`${PUBLIC_URL}/api/auth/callback/northwind`]);
    await change({ issuer: other.issuer });
    const asked = await house.browser().send('POST', '/auth/sign-in/social', {
      provider: 'northwind', callbackURL: '/', errorCallbackURL: '/',
    }); // prettier-ignore
    expect(asked.body.url).toContain(other.issuer);
    await other.stop();
    const owner = new pg.Client({ connectionString: house.ownerUrl });
    await owner.connect();
    expect((await owner.query(`select from credential where provider_id = 'northwind'`)).rowCount).toBe(0);
    const { rows } = await owner.query('select to_jsonb(p)::text as text from sign_on_provider p');
    await owner.end();
    expect(`${rows[0].text}${secrets.join('')}`).not.toContain(northwind.clientSecret);
    expect((await house.browser().send('GET', '/v1/sign-in-options')).body.singleSignOn).toHaveLength(1);
    await change({ isDisabled: true });
    expect((await house.browser().send('GET', '/v1/sign-in-options')).body.singleSignOn).toEqual([]);
    const start = { provider: 'northwind', callbackURL: '/', errorCallbackURL: '/' };
    expect((await house.browser().send('POST', '/auth/sign-in/social', start)).status).toBe(404);
    expect((await ada.send('DELETE', `/v1/sign-on-providers/${providerId}`)).status).toBe(204);
    expect((await ada.send('DELETE', `/v1/sign-on-providers/${providerId}`)).status).toBe(404);
  });

  test('a provider that cannot be reached is a refusal, and is tried again', async () => {
    await ada.send('POST', '/v1/sign-on-providers', {
      slug: 'dead', name: 'Dead', issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x',
      domains: ['provider.test'], newcomerRole: null,
    }); // prettier-ignore
    const start = { provider: 'dead', callbackURL: '/', errorCallbackURL: '/' };
    const refused = await house.browser().send('POST', '/auth/sign-in/social', start);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.body.code).toBe('server.busy');
  });

  test('a provider that is slow is asked once, however many wait for it', async () => {
    const [first, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let asked = 0;
    const slow = createServer((_request, response) => {
      asked += 1;
      first.resolve();
      void released.promise.then(() => response.writeHead(503).end());
    }).listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const { port } = slow.address() as AddressInfo;
    await ada.send('POST', '/v1/sign-on-providers', {
      slug: 'slow', name: 'Slow', issuer: `http://127.0.0.1:${port}`, clientId: 'x', clientSecret: 'x',
      domains: ['provider.test'], newcomerRole: null,
    }); // prettier-ignore
    const start = { provider: 'slow', callbackURL: '/', errorCallbackURL: '/' };
    const attempt = () => house.browser().send('POST', '/auth/sign-in/social', start);
    const attempts = [attempt()];
    await first.promise;
    attempts.push(attempt(), attempt(), attempt());
    // By the time that this one is answered, the others have come as far.
    await house.browser().send('POST', '/auth/sign-in/social', { ...start, provider: 'nobody' });
    await Promise.all(Array.from({ length: 20 }, () => house.browser().send('GET', '/v1/sign-in-options')));
    released.resolve();
    for (const { body } of await Promise.all(attempts)) expect(body.code).toBe('server.busy');
    expect(asked).toBe(1);
    slow.close();
    slow.closeAllConnections();
  });
});
