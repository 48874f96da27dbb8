/**
 * Who may do what, walked over the real server: every route × every role × own and foreign account. The table that comes out
 * is the reviewed snapshot beside this file: a change of it is a change of rights, to be read as such.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CUSTOMER_ROLE_NAMES, routes, STAFF_ROLE_NAMES, type Role, type Route } from '@tamarack/contract';
import { agreedAccount, ALMACARE } from './support/agreed-account.ts';
import { startTestApplication, type Person, type TestApplication } from './support/test-application.ts';

let server: TestApplication;
let own: string;
let foreign: string;
const people = new Map<Role, Person>();
beforeAll(async () => {
  server = await startTestApplication();
  own = (await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Own' })).accountId;
  foreign = (await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Foreign' })).accountId;
  for (const role of STAFF_ROLE_NAMES) people.set(role, await server.staff(`Staff ${role}`, role));
  for (const role of CUSTOMER_ROLE_NAMES) people.set(role, await server.customer(`Customer ${role}`, own, role));
});
afterAll(() => server.stop());

const SOME_ID = '0196f000-0000-7000-8000-000000000000';
type Verdict = 'sign in' | 'denied' | 'not there' | 'may';

/** What the server makes of a call that is empty or wrong in its body: the right comes before the input. */
async function verdict(key: string, route: Route, person: Person | undefined, accountId: string): Promise<Verdict> {
  const [method = '', path = ''] = key.split(' ');
  const address = path.replace(':accountId', accountId).replace(/:[A-Za-z]+/g, SOME_ID);
  const { status, body } = await server.call(
    person,
    method,
    address,
    method === 'GET' ? {} : { body: { 'not-a-field': 1 } },
  );
  if (status === 401) return 'sign in';
  if (status === 403) return 'denied';
  return status === 404 && body.code === 'record.not-found' && route.params !== undefined && !hasOtherIds(path)
    ? 'not there'
    : 'may';
}

/** A route with further ids says "not found" of them too, so only its rights on the account can be told apart by 403. */
function hasOtherIds(path: string): boolean {
  return /:(?!accountId)[A-Za-z]+/.test(path);
}

/** A stream never ends by itself; its rights have a test of their own (live-events). */
const walked = Object.entries(routes).filter(([, route]) => route.reply !== 'events') as [string, Route][];

test('every route × every role × own and foreign account', async () => {
  const lines: string[] = [];
  for (const [key, route] of walked) {
    const [method = '', path = ''] = key.split(' ');
    const onAccount = path.includes(':accountId');
    const may: string[] = [];
    for (const [role, person] of people) {
      const there = await verdict(key, route, person, own);
      if (there === 'may') may.push(role);
      if (!onAccount) continue;
      const isStaff = (STAFF_ROLE_NAMES as readonly string[]).includes(role);
      const elsewhere = await verdict(key, route, person, foreign);
      // Staff see all accounts here; a customer finds nothing in another's, whatever its role.
      if (isStaff) expect(`${key} ${role} ${elsewhere}`).toBe(`${key} ${role} ${there}`);
      else if (!hasOtherIds(path)) expect(`${key} ${role} ${elsewhere}`).toBe(`${key} ${role} not there`);
      else
        expect(
          (
            await server.call(
              person,
              method,
              path.replace(':accountId', foreign).replace(/:[A-Za-z]+/g, SOME_ID),
              method === 'GET' ? {} : { body: {} },
            )
          ).status,
        ).toBe(404);
    }
    const anonymous = await verdict(key, route, undefined, own);
    expect(`${key} nobody: ${anonymous}`).toBe(`${key} nobody: ${route.may === 'anyone' ? 'may' : 'sign in'}`);
    lines.push(
      `${key}\n    ${route.may === 'anyone' ? 'anyone' : may.length === people.size ? 'everybody who is signed in' : may.join(', ')}`,
    );
  }
  await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot('access.snapshot.txt');
}, 240_000);

test('staff who see only the accounts that they serve find nothing in others', async () => {
  const engineer = await server.staff('Erin Engineer', 'support-engineer');
  await server.setting('staff-see', 'served');
  expect((await server.call(engineer, 'GET', `/accounts/${own}`)).status).toBe(404);
  await server.serves(engineer, own, 'support-engineer');
  expect((await server.call(engineer, 'GET', `/accounts/${own}`)).status).toBe(200);
  expect((await server.call(engineer, 'GET', `/accounts/${foreign}`)).status).toBe(404);
  expect((await server.call(engineer, 'GET', '/accounts')).body.rows.map((row: { name: string }) => row.name)).toEqual([
    'Own',
  ]);
  await server.setting('staff-see', 'all');
});
