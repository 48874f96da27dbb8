import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  startSignInApplication,
  type Browser,
  type SignInApplication,
} from '../../../../../tests/support/sign-in-application.ts';
import { ENDPOINTS } from './endpoints.ts';

let house: SignInApplication;
let ada: Browser;
beforeAll(async () => {
  house = await startSignInApplication();
  ada = await house.setUp();
});
afterAll(() => house.stop());

/** Bodies near to the right ones: the names of real fields with values of every kind. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.json({ maxDepth: 2 }).map((text): unknown => JSON.parse(text)),
  fc.constantFrom('ada@provider.test', 'northwind', '/x', '00000000-0000-7000-8000-000000000000', 'x\0y', '\ud800'),
);
const response = fc.record({
  id: value,
  rawId: value,
  type: value,
  response: fc.dictionary(fc.string(), value),
  clientExtensionResults: value,
});
const body = fc.record(
  {
    email: value,
    password: value,
    code: value,
    provider: value,
    callbackURL: value,
    errorCallbackURL: value,
    id: value,
    name: value,
    response: fc.oneof(value, response),
  },
  { requiredKeys: [] },
);
const fields: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(ENDPOINTS).map(([path, endpoint]) => [path, Object.keys(endpoint.body?.shape ?? {})]),
);

test('nothing that a stranger or a guest sends below /api/auth is a failure of ours', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(ENDPOINTS)), body, fc.boolean(), async (path, sent, isKnown) => {
      const browser = isKnown ? ada : house.browser(`198.51.100.${Object.keys(sent).length}`);
      if (isKnown && path === '/sign-out') return;
      const known = Object.fromEntries(Object.entries(sent).filter(([name]) => fields[path]?.includes(name)));
      const method = ENDPOINTS[path]?.method ?? 'GET';
      // A challenge to answer, so that answers get as far as they can.
      if (path.startsWith('/passkey/verify')) {
        await browser.send(
          'GET',
          `/auth/passkey/generate-${path.endsWith('registration') ? 'register' : 'authenticate'}-options`,
        );
      }
      const answer = await browser.send(method, `/auth${path}`, method === 'POST' ? known : undefined);
      expect([path, known, answer.status < 500, JSON.stringify(answer.body).includes('node_modules')]).toEqual([
        path,
        known,
        true,
        false,
      ]);
    }),
    { numRuns: 300 },
  );
  const text = fc.oneof(fc.string(), fc.constantFrom('x\0y', '\ud800', 'x'.repeat(5000)));
  const callback = fc.record({ state: text, code: text, iss: text, error: text }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(fc.string(), callback, async (slug, query) => {
      const path = `/auth/callback/${encodeURIComponent(slug)}?${new URLSearchParams(query).toString()}`;
      expect((await house.browser().send('GET', path)).status).toBeLessThan(500);
    }),
  );
});

test('an answer of an authenticator that is nested without end is refused', async () => {
  const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const answer = await house.first.app.inject({
    method: 'POST',
    url: '/api/auth/passkey/verify-authentication',
    payload: `{"response":{"id":"x","more":${nested}}}`,
    headers: { 'content-type': 'application/json' },
  });
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'request.invalid']);
});
