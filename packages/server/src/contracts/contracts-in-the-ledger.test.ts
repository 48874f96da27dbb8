/** What contracts agree becomes obligations, and what changes of them rewrites nothing that was owed. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishService, type PublishedService } from '../../../../tests/support/publish-service.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { passContractMilestones } from './milestones.ts';

let server: TestApplication;
let manager: Person;
let almacare: PublishedService;
let tuxcare: PublishedService;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  manager = await server.staff('Mara Manager', 'service-manager');
  almacare = await publishService(server.db, 'almacare');
  tuxcare = await publishService(server.db, 'tuxcare-tam');
});
afterAll(() => server.stop());

async function at(accountId: string, instant: string): Promise<void> {
  const now = Temporal.Instant.from(instant);
  server.clock.moveTo(now);
  const passed = await server.db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
    passContractMilestones(tx, accountId, now),
  );
  expect(passed.ok).toBe(true);
}

/** "1 open 2026-07-01T04:00:00Z": the number of the terms, the state, since when. */
async function rows(contractId: string, promise: string): Promise<string[]> {
  const found = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ state: string; opened: string; number: number }>(
      sql`select o.state, o.opened_at as opened, t.number from obligation o
        join contract_terms t on t.account_id = o.account_id and t.id = o.terms_id
        where o.contract_id = ${contractId} and o.promise = ${promise} order by o.opened_at, o.turn`,
    ),
  );
  return found.map(({ number, state, opened }) => `${number} ${state} ${opened}`);
}

test('a contract that starts owes its cadence; one that moves owes by its new terms; one that ends owes nothing', async () => {
  const accountId = await server.account('Alder');
  const approver = await server.customer('Ada Approver', accountId, 'approver');
  const post = (person: Person, path: string, body: object, version = 0) =>
    server.call(person, 'POST', `/accounts/${accountId}${path}`, { body, headers: { 'if-match': `"${version}"` } });
  const startsAt = '2026-07-01T04:00:00Z';
  const base = await post(manager, '/contracts', {
    name: 'Support',
    versionId: almacare.versionId,
    level: 'enhanced',
    startsAt,
  });
  const made = await post(manager, '/contracts', {
    name: 'TAM',
    versionId: tuxcare.versionId,
    level: 'tam',
    extendsId: base.body.id,
    startsAt,
  });
  expect(await rows(made.body.id, 'call-every-other-week')).toEqual([]);
  await at(accountId, '2026-07-01T04:00:00Z');
  const calls = () => rows(made.body.id, 'call-every-other-week');
  const visits = () => rows(made.body.id, 'site-visits');
  expect([await calls(), await visits()]).toEqual([['1 open 2026-07-01T04:00:00Z'], []]);

  await at(accountId, '2026-07-20T12:00:00Z');
  const path = `/contracts/${made.body.id}`;
  const wanted = { versionId: tuxcare.versionId, level: 'dedicated-tam' };
  const moved = await post(manager, `${path}/changes`, wanted, made.body.version);
  const decision = `${path}/changes/${moved.body.proposed.id}/decision`;
  const decided = await post(approver, decision, { agrees: true });
  expect(decided.body.current).toMatchObject({ level: 'dedicated-tam', number: 2 });
  const missed = '1 breached 2026-07-01T04:00:00Z';
  // The rhythm of the calls is the same at both levels, so it goes on; the visits are new.
  expect(await calls()).toEqual([missed, '1 open 2026-07-15T04:00:00Z']);
  expect(await visits()).toEqual(['2 open 2026-07-20T12:00:00Z']);

  await at(accountId, '2026-07-25T12:00:00Z');
  await post(manager, `${path}/ending`, { note: 'Too dear' }, decided.body.version);
  expect(await calls()).toEqual([missed, '1 void 2026-07-15T04:00:00Z']);
  expect(await visits()).toEqual(['2 void 2026-07-20T12:00:00Z']);
  const verified = await server.call(manager, 'POST', `/accounts/${accountId}/verification`, { body: {} });
  expect(verified.body.differences).toEqual([]);
});
