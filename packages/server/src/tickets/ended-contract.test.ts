/** After the end of a contract nothing begins under it any more: as no ticket is submitted, none is reopened or split. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { entitle } from '../../../../tests/support/entitle.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let accountId: string;
let closed: string;
let open: string;
let said: string;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  const agreed = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  ({ accountId } = agreed);
  const { contractId } = agreed;
  lead = await server.customer('Lena Lead', accountId, 'technical-lead');
  await entitle(server, accountId, lead);
  const submit = async () => {
    const body = { contractId, kind: 'incident', subject: 'Down', body: 'Since noon.', severity: 3 };
    return (await server.call(lead, 'POST', `/accounts/${accountId}/tickets`, { body })).body.id as string;
  };
  [closed, open] = [await submit(), await submit()];
  await on(closed, lead, '/ending', { how: 'closed' });
  said = (await on(open, lead, '/messages', { body: 'It squeaks, too.' })).body.id;
  const end = '2026-06-02T00:00:00Z';
  await server.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`update contract set ends_at = ${end}, ended_at = ${end} where id = ${contractId}`);
    await tx.run(sql`update contract_terms set until_at = ${end} where contract_id = ${contractId}`);
    const fact = { accountId, contractId, fact: 'contract.ended', subjectId: contractId };
    server.clock.moveTo(Temporal.Instant.from(end));
    return recordFacts(tx, [fact], { side: 'system', via: 'test' }, server.clock.now());
  });
  server.clock.moveTo(Temporal.Instant.from('2026-07-01T10:00:00Z'));
});
afterAll(() => server.stop());

const on = (ticket: string, by: Person, path: string, body: object) =>
  server.call(by, 'POST', `/accounts/${accountId}/tickets/${ticket}${path}`, { body });

const refused = { code: 'state.not-possible', detail: expect.stringContaining('has ended') };

test('a ticket is not reopened, neither by its page nor by a reply', async () => {
  for (const by of [lead, engineer])
    expect((await on(closed, by, '/reopening', { reason: 'It is back.' })).body).toMatchObject(refused);
  expect((await on(closed, lead, '/messages', { body: 'It is back.' })).body).toMatchObject(refused);
  const { body } = await server.call(lead, 'GET', `/accounts/${accountId}/obligations?subjectId=${closed}`);
  expect(body.rows.filter(({ state }: { state: string }) => state === 'open')).toEqual([]);
});

test('nothing is split off', async () => {
  const split = await on(open, engineer, '/splitting', { subject: 'Squeak', messageIds: [said] });
  expect(split.body).toMatchObject(refused);
});

test('what is open is brought to its end, and what has ended may be talked about by staff', async () => {
  expect((await on(open, lead, '/messages', { body: 'Shall we go on?' })).status).toBe(201);
  expect((await on(open, engineer, '/ending', { how: 'resolved', because: 'fixed' })).status).toBe(200);
  expect((await on(closed, engineer, '/messages', { body: 'Thank you for your time.' })).status).toBe(201);
});
