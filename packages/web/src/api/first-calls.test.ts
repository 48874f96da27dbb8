import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { openTicketsOptions } from '../tickets/list/open-tickets-options.ts';
import { addressOf } from './address.ts';
import { takeFirstAnswer } from './first-calls.ts';

const script = readFileSync(join(import.meta.dirname, '../../public/first-calls.js'), 'utf8');
const accountId = '01920000-0000-7000-8000-000000000001';
const customer = { side: 'customer', secondFactor: { isMissing: false } };

/** What the script asks for on a page, with the answer that who is signed in gets. */
async function askedFor(pathname: string, me: object | null = customer) {
  const asked: string[] = [];
  const preloaded: unknown[] = [];
  const fetch = (path: string) => {
    asked.push(path);
    const answer = { ok: me !== null, clone: () => ({ json: () => Promise.resolve(me) }) };
    return Promise.resolve(answer);
  };
  const document = {
    currentScript: { dataset: { home: '/assets/home.js /assets/home.css' } },
    createElement: () => ({}),
    head: { append: (link: unknown) => preloaded.push(link) },
  };
  const page = { location: { pathname }, fetch, document, tamarackFirstCalls: new Map<string, Promise<unknown>>() };
  runInNewContext(script, page);
  await Promise.all(page.tamarackFirstCalls.values());
  return { asked, preloaded, answers: page.tamarackFirstCalls };
}

test('a customer’s home is asked for by the very addresses that its page takes the answers of', async () => {
  const home = await askedFor(`/accounts/${accountId}`);
  const [, sends] = openTicketsOptions(accountId).queryKey as unknown as [string, { query: Record<string, unknown> }];
  const calls = [
    addressOf('GET /me'),
    addressOf('GET /accounts/:accountId', { accountId }),
    addressOf('GET /tickets', {}, sends.query),
    addressOf('GET /accounts/:accountId/ledger', { accountId }),
  ];
  expect(home.asked).toEqual(calls.map(({ path }) => path));
  expect(home.preloaded).toMatchObject([
    { rel: 'modulepreload', href: '/assets/home.js' },
    { rel: 'preload', as: 'style', href: '/assets/home.css' },
  ]);
});

test.for([
  ['/', 1],
  ['/today', 1],
  [`/accounts/${accountId}/tickets`, 2],
] as const)('%s asks for %i answers, and for no script of another page', async ([path, count]) => {
  const { asked, preloaded } = await askedFor(path);
  expect([asked.length, preloaded]).toEqual([count, []]);
});

test('staff read no tickets of a page that shows none', async () => {
  const { asked } = await askedFor(`/accounts/${accountId}`, { ...customer, side: 'provider' });
  expect(asked).toEqual(['/api/v1/me', `/api/v1/accounts/${accountId}`]);
});

test('whoever is unknown, or still needs a second factor, is refused once', async () => {
  expect((await askedFor(`/accounts/${accountId}`, null)).asked).toEqual(['/api/v1/me']);
  const unfinished = { ...customer, secondFactor: { isMissing: true } };
  expect((await askedFor(`/accounts/${accountId}`, unfinished)).asked).toEqual(['/api/v1/me']);
});

test.for(['/sign-in', '/set-up/token', '/invitations/token', '/password-resets/token', '/forgotten-password'])(
  '%s asks for nothing: nobody is signed in there',
  async (path) => {
    expect((await askedFor(path)).asked).toEqual([]);
  },
);

test('an answer is taken once, and one that never came or grew old is asked for again', async () => {
  const answer = new Response('{}');
  const lost = Promise.reject(new Error('no line'));
  // As the script does with the answer that it reads itself.
  lost.catch(() => undefined);
  globalThis.tamarackFirstCalls = new Map([
    ['/there', Promise.resolve(answer)],
    ['/lost', lost],
    ['/old', Promise.resolve(answer)],
  ]);
  expect(await takeFirstAnswer('/there', 14_999)).toBe(answer);
  expect(await takeFirstAnswer('/there', 14_999)).toBeUndefined();
  expect(await takeFirstAnswer('/lost', 14_999)).toBeUndefined();
  expect(await takeFirstAnswer('/old', 15_000)).toBeUndefined();
  globalThis.tamarackFirstCalls = undefined;
});
