/** A waiver meets a ledger that went on meanwhile. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { recordFacts } from './record-facts.ts';
import { wakeAccounts } from './wake-accounts.ts';

let server: TestApplication;
let manager: Person;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  manager = await server.staff('Mara Manager', 'service-manager');
});
afterAll(() => server.stop());

/** Broken at 08:30: nobody acknowledged. */
async function broken(accountId: string, contractId: string) {
  await server.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      [{ accountId, contractId, fact: 'incident.received', subjectId: uuid(), data: { severity: 1 } }],
      { side: 'provider', via: 'test' },
      Temporal.Instant.from('2026-06-01T08:00:00Z'),
    ),
  );
  server.clock.moveTo(Temporal.Instant.from('2026-06-01T09:00:00Z'));
  await wakeAccounts(server.db, server.clock.now(), (_account, error) => {
    throw error;
  });
  const path = `/accounts/${accountId}/obligations`;
  const { body } = await server.call(manager, 'GET', `${path}?promise=first-response&state=breached`);
  return `${path}/${body.rows[0].id}/waivers`;
}

test.each([true, false])('once it is decided (%s), it waits for none of the approvers any more', async (grant) => {
  const name = `Settled ${grant}`;
  const { accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name });
  const approver = await server.customer(`Ada of ${name}`, accountId, 'approver');
  const second = await server.customer(`Bea of ${name}`, accountId, 'approver');
  const waivers = await broken(accountId, contractId);
  const asked = await server.call(manager, 'POST', waivers, { body: { reason: 'The line was cut.' } });
  const unread = async (person: Person) =>
    (await server.call(person, 'GET', '/me/notifications?unread=true')).body.rows.map(
      ({ kind }: { kind: string }) => kind,
    );
  expect([await unread(approver), await unread(second)]).toEqual([
    ['obligation.waiver-requested'],
    ['obligation.waiver-requested'],
  ]);
  const decision = `/accounts/${accountId}/waivers/${asked.body.id}/decision`;
  expect((await server.call(approver, 'POST', decision, { body: { grant } })).status).toBe(201);
  expect([await unread(approver), await unread(second)]).toEqual([[], []]);
  // Whoever asked hears the answer; what is read already is mailed to nobody.
  expect(await unread(manager)).toContain(grant ? 'obligation.waived' : 'obligation.waiver-refused');
});

test('of a promise that was kept after all is not granted, and can be refused', async () => {
  const { accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  const approver = await server.customer('Ada Approver', accountId, 'approver');
  const subjectId = uuid();
  const record = (fact: string, at: string, now: string) =>
    server.db.write(SYSTEM, (tx) =>
      recordFacts(
        tx,
        [{ accountId, contractId, fact, subjectId, at: Temporal.Instant.from(at), data: { severity: 1 } }],
        { side: 'provider', via: 'test' },
        Temporal.Instant.from(now),
      ),
    );
  await record('incident.received', '2026-06-01T08:00:00Z', '2026-06-01T08:00:00Z');
  await record('incident.replied', '2026-06-01T09:00:00Z', '2026-06-01T09:00:00Z');
  const ledger = `/accounts/${accountId}/obligations`;
  const [row] = (await server.call(manager, 'GET', `${ledger}?promise=first-response&state=breached`)).body.rows;
  const asked = await server.call(manager, 'POST', `${ledger}/${row.id}/waivers`, { body: { reason: 'Bad line.' } });
  expect(asked.status).toBe(201);
  await record('incident.acknowledged', '2026-06-01T08:10:00Z', '2026-06-01T09:30:00Z');
  const decide = (grant: boolean) =>
    server.call(approver, 'POST', `/accounts/${accountId}/waivers/${asked.body.id}/decision`, { body: { grant } });
  expect((await decide(true)).body).toMatchObject({ code: 'state.not-possible' });
  expect((await server.call(manager, 'GET', `${ledger}/${row.id}`)).body.obligation.state).toBe('met');
  expect((await decide(false)).body.state).toBe('refused');
});
