/** What a server remembers decides no ticket that the journal would decide otherwise. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../../../../tests/support/agreed-account.ts';
import { record } from '../../../../tests/support/record.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { beforeFactsFromMemory, verifyAccount } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { decidedFromMemory } from './decide-ticket.ts';

type Customer = AgreedAccount & { readonly lead: Person; readonly licence: string };
let server: TestApplication;
let alder: Customer;
let birch: Customer;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  [alder, birch] = [await customer('Alder'), await customer('Birch')];
});
afterAll(() => server.stop());

async function customer(name: string): Promise<Customer> {
  const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name });
  const lead = await server.customer(`${name} Lead`, account.accountId, 'technical-lead');
  const licence = uuid();
  await record(server, account, 'licence.issued', licence);
  await record(server, account, 'person.trained', lead.id);
  return { ...account, lead, licence };
}

const wanted = ({ contractId }: Customer) => ({
  contractId,
  subject: 'Down',
  body: 'Down.',
  severity: 2,
  kind: 'incident' as const,
  fileIds: [],
});

const submit = (by: Customer) =>
  server.call(by.lead, 'POST', `/accounts/${by.accountId}/tickets`, { body: wanted(by) });

/** The gates as this process remembers them. */
function remembered({ accountId, lead }: Customer): readonly boolean[] | undefined {
  const before = beforeFactsFromMemory(accountId, server.clock.now());
  const [agreed] = before?.agreed ?? [];
  return agreed && before?.gates(agreed, { fact: 'incident.received', by: lead.id }).map(({ open }) => open);
}

test('AC20: a licence that ended after it was remembered is seen by the very next ticket, and so is the next licence', async () => {
  expect((await submit(alder)).status).toBe(201);
  expect(remembered(alder)).toEqual([true, true]);
  await record(server, alder, 'licence.expired', alder.licence);
  expect(remembered(alder)).toEqual([true, true]);
  const refused = await submit(alder);
  expect([refused.status, refused.body.code]).toEqual([403, 'ticket.not-entitled']);
  expect(remembered(alder)).toEqual([false, true]);
  await record(server, alder, 'licence.issued', uuid());
  expect(remembered(alder)).toEqual([false, true]);
  expect((await submit(alder)).status).toBe(201);
  const proof = await server.db.read(SYSTEM, (tx) => verifyAccount(tx, alder.accountId, server.clock.now()));
  expect(proof.differences).toEqual([]);
});

test('of many at once, those whose licence ended are refused, and the others are written', async () => {
  expect((await submit(alder)).status).toBe(201);
  expect((await submit(birch)).status).toBe(201);
  await record(server, birch, 'licence.expired', birch.licence);
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => submit(n % 2 ? birch : alder)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, (_, n) => (n % 2 ? 403 : 201)));
});

test('a customer’s own training is remembered, and nobody else’s', async () => {
  const other = await server.customer('Second Lead', alder.accountId, 'technical-lead');
  expect((await submit(alder)).status).toBe(201);
  expect((await submit({ ...alder, lead: other })).status).toBe(403);
  await record(server, alder, 'person.trained', other.id);
  expect((await submit({ ...alder, lead: other })).status).toBe(201);
});

test('what is remembered of an account tells nobody who does not see it', async () => {
  expect((await submit(alder)).status).toBe(201);
  const visitor = {
    personId: alder.lead.id,
    side: 'customer',
    accountRoles: new Map([[alder.accountId, ['technical-lead']]]),
  } as unknown as Parameters<typeof decidedFromMemory>[2];
  const decided = (accounts: readonly string[]) => {
    const actor = { ...SYSTEM, side: 'customer', personId: alder.lead.id, accounts } as const;
    return decidedFromMemory(alder.accountId, wanted(alder), visitor, actor, server.clock.now());
  };
  expect(decided([birch.accountId])).toBeUndefined();
  expect(decided([alder.accountId, birch.accountId])).toBeDefined();
});
