/** Who is told of a ticket that nobody has taken: whoever is nearest to the account, and nobody besides. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { entitle } from '../../../../tests/support/entitle.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';

let server: TestApplication;
let staff: readonly Person[];
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  staff = [
    await server.staff('Engineer of the team'),
    await server.staff('Manager of the team'),
    await server.staff('Engineer of the house', 'support-engineer'),
    await server.staff('Administrator', 'administrator'),
  ];
});
afterAll(() => server.stop());

/** Of a ticket of a new account of this name, and of the words that follow it. */
async function toldOfOne(name: string, ...roles: readonly (readonly [number, string])[]): Promise<readonly string[][]> {
  const { accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name });
  const lead = await server.customer(`Lead of ${name}`, accountId, 'technical-lead');
  await entitle(server, accountId, lead);
  for (const [which, role] of roles) await server.serves(staff[which] as Person, accountId, role);
  const told = async () => {
    const names: string[] = [];
    for (const person of staff) {
      const { body } = await server.call(person, 'GET', '/me/notifications?unread=true');
      if (body.rows.some(({ kind }: { kind: string }) => kind.startsWith('ticket.'))) names.push(person.name);
      await server.call(person, 'POST', '/me/notifications/read', { body: { all: true } });
    }
    return names;
  };
  const body = { contractId, kind: 'incident', subject: 'Nothing boots', body: 'Since noon.', severity: 2 };
  const made = await server.call(lead, 'POST', `/accounts/${accountId}/tickets`, { body });
  expect(made.status).toBe(201);
  const first = await told();
  await server.call(lead, 'POST', `/accounts/${accountId}/tickets/${made.body.id}/messages`, {
    body: { body: 'Well?' },
  });
  return [first, await told()];
}
const twice = (...names: string[]) => [names, names];

test('the engineers of the team, else those of the house', async () => {
  expect(await toldOfOne('Alder', [0, 'support-engineer'], [1, 'technical-account-manager'])).toEqual(
    twice('Engineer of the team'),
  );
  expect(await toldOfOne('Birch', [1, 'technical-account-manager'])).toEqual(twice('Engineer of the house'));
});

test('where staff see only whom they serve: whoever serves the account, else the administrators', async () => {
  await server.setting('staff-see', 'served');
  expect(await toldOfOne('Cedar', [1, 'technical-account-manager'])).toEqual(twice('Manager of the team'));
  expect(await toldOfOne('Dogwood')).toEqual(twice('Administrator'));
});
