/** Whose a ticket is: on record for both sides, who see it, and no happening of its conversation. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { startDesk } from '../../../../tests/support/desk.ts';
import type { Person, TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let accountId: string;
let contractId: string;
beforeAll(async () => {
  ({ server, engineer, lead, accountId, contractId } = await startDesk());
});
afterAll(() => server.stop());

test('the customer has the fact that it was given to somebody or given back, without words that somebody said', async () => {
  const subjectId = uuid();
  const fact = { accountId, contractId, fact: 'incident.received', subjectId, data: { severity: 3 } };
  await server.db.write(SYSTEM, (tx) => recordFacts(tx, [fact], { side: 'customer', via: 'test' }, server.clock.now()));
  const path = `/accounts/${accountId}/tickets/${subjectId}`;
  const before = (await server.call(lead, 'GET', path)).body;
  server.clock.moveTo(server.clock.now().add({ minutes: 5 }));
  let { version } = before;
  for (const assigneeId of [engineer.id, null]) {
    const headers = { 'if-match': `"${version}"` };
    ({ version } = (await server.call(engineer, 'PATCH', path, { body: { assigneeId }, headers })).body);
  }
  const { body } = await server.call(lead, 'GET', `/accounts/${accountId}/facts?subjectId=${subjectId}`);
  const told = body.rows.filter(({ fact: name }: { fact: string }) => name.endsWith('assigned'));
  expect(told).toMatchObject([
    { fact: 'incident.unassigned', says: 'the incident was unassigned', by: 'Erin Engineer', data: {} },
    { fact: 'incident.assigned', says: 'the incident was assigned', by: 'Erin Engineer', data: { to: engineer.id } },
  ]);
  // Whoever waits for an answer is not moved up in any list by it.
  const after = (await server.call(lead, 'GET', path)).body;
  expect([after.lastAt, after.lastSide]).toEqual([before.lastAt, 'customer']);
});
