/** An id is the same however it is spelt (RFC 9562): nothing is taken for another thing because of capitals. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesk } from '../../../../tests/support/desk.ts';
import type { Person, TestApplication } from '../../../../tests/support/test-application.ts';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let accountId: string;
let contractId: string;
beforeAll(async () => {
  ({ server, engineer, lead, accountId, contractId } = await startDesk());
});
afterAll(() => server.stop());

const submit = async (account: string, contract: string) => {
  const body = { contractId: contract, kind: 'incident', subject: 'Down', body: 'Since noon.', severity: 2 };
  return server.call(lead, 'POST', `/accounts/${account}/tickets`, { body });
};

test('a ticket is neither merged into nor related to itself', async () => {
  const { body: ticket } = await submit(accountId, contractId);
  const path = `/accounts/${accountId}/tickets/${ticket.id}`;
  const itself = ticket.id.toUpperCase();
  const merged = await server.call(engineer, 'POST', `${path}/merging`, { body: { intoId: itself } });
  expect(merged.body.code).toBe('value.not-allowed');
  const related = await server.call(engineer, 'PUT', `${path}/relations/${itself}`, { body: { says: 'relates-to' } });
  expect(related.body.code).toBe('value.not-allowed');
});

test('a customer finds its own account, contract and ticket', async () => {
  const { body: ticket, status } = await submit(accountId.toUpperCase(), contractId.toUpperCase());
  expect(status).toBe(201);
  const path = `/accounts/${accountId.toUpperCase()}/tickets/${ticket.id.toUpperCase()}`;
  expect((await server.call(lead, 'GET', path)).body.id).toBe(ticket.id);
});

test('a fact that is stated of it is reckoned with', async () => {
  const { body: ticket } = await submit(accountId, contractId);
  const path = `/accounts/${accountId}/facts`;
  const body = { contractId, fact: 'incident.reproduction-failed', subjectId: ticket.id.toUpperCase() };
  expect((await server.call(engineer, 'POST', path, { body })).status).toBe(201);
  const checked = await server.call(engineer, 'POST', `/accounts/${accountId}/verification`);
  expect(checked.body.differences).toEqual([]);
});
