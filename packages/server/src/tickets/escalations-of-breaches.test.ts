/** A broken promise that takes a ladder of the description (`else: escalate`): who is told, and what the ticket shows of it. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { agreedAccount } from '../../../../tests/support/agreed-account.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts, wakeAccounts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let duty: Person;
let director: Person;
let owner: Person;
let accountId: string;
let contractId: string;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  ({ accountId, contractId } = await agreedAccount(server.db, '../tests/sixth-service/harbourline', 'harbour', {
    parameters: { 'advice-hours': '4 hours' },
  }));
  duty = await server.staff('Dora Duty', 'support-engineer');
  director = await server.staff('Dirk Director', 'executive');
  owner = await server.customer('Olga Owner', accountId, 'technical-lead');
  await server.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`insert into role_assignment (account_id, contract_id, side, role, person_id, since)
      values (${accountId}, ${contractId}, 'provider', 'duty-lead', ${duty.id}, now()),
        (${accountId}, ${contractId}, 'provider', 'operations-director', ${director.id}, now())`);
    return { ok: true };
  });
});
afterAll(() => server.stop());

const told = async (person: Person) =>
  (await server.call(person, 'GET', '/me/notifications?limit=100')).body.rows.map(({ kind }: { kind: string }) => kind);

test('the first step is told of the breach; it stands on the ticket as escalated by nobody, and can be taken further', async () => {
  const ticketId = uuid();
  const fact = { accountId, contractId, fact: 'incident.received', subjectId: ticketId, data: { severity: 2 } };
  await server.db.write(SYSTEM, (tx) => recordFacts(tx, [fact], { side: 'customer', via: 'test' }, server.clock.now()));
  server.clock.moveTo(server.clock.now().add({ hours: 2 }));
  await wakeAccounts(server.db, server.clock.now(), (_account, error) => {
    throw error;
  });
  expect(await told(duty)).toContain('obligation.breached');
  expect(await told(director)).toEqual([]);
  const path = `/accounts/${accountId}/tickets/${ticketId}`;
  const { body } = await server.call(owner, 'GET', `${path}/terms`);
  expect(body.ladders).toMatchObject([{ mayRaise: true, steps: [{ role: 'Duty lead', within: '30 minutes' }, {}] }]);
  expect(body.escalations).toMatchObject([{ title: 'Bridge', step: 1, role: 'Duty lead', state: 'raised', by: null }]);
  const [{ id }] = body.escalations;
  const further = await server.call(owner, 'POST', `${path}/escalations/${id}/next-step`, {
    body: { reason: 'Our shop is closed.' },
  });
  expect(further.body.escalations).toMatchObject([
    { step: 2, role: 'Operations director', by: { name: 'Olga Owner' } },
  ]);
  expect(await told(director)).toEqual(['ticket.escalated']);
});
