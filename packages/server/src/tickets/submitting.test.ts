/** Submitting in company, and the same call twice. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { entitle } from '../../../../tests/support/entitle.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { verifyAccount } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

type Customer = { readonly accountId: string; readonly contractId: string; readonly lead: Person };
let server: TestApplication;
let alder: Customer;
let birch: Customer;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  alder = await customer('Alder');
  birch = await customer('Birch');
});
afterAll(() => server.stop());

async function customer(name: string): Promise<Customer> {
  const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name });
  const lead = await server.customer(`${name} Lead`, account.accountId, 'technical-lead');
  await entitle(server, account.accountId, lead);
  return { ...account, lead };
}

const submit = ({ accountId, contractId, lead }: Customer, subject: string, key?: string) =>
  server.call(lead, 'POST', `/accounts/${accountId}/tickets`, {
    body: { contractId, kind: 'incident', subject, body: `${subject}.`, severity: 2 },
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });

test('thirty of two customers at once share transactions, and each is its own', async () => {
  const subjects = Array.from({ length: 30 }, (_, n) => `Number ${n}`);
  const answers = await Promise.all(subjects.map((subject, n) => submit(n % 2 ? alder : birch, subject)));
  expect(answers.map(({ status }) => status)).toEqual(subjects.map(() => 201));
  expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(30);
  for (const [n, { body }] of answers.entries()) {
    const { accountId, lead } = n % 2 ? alder : birch;
    const { body: ticket } = await server.call(lead, 'GET', `/accounts/${accountId}/tickets/${body.id}`);
    expect(ticket).toMatchObject({
      subject: `Number ${n}`,
      requester: { id: lead.id },
      followers: [{ id: lead.id }],
      next: body.next,
    });
    const { body: messages } = await server.call(lead, 'GET', `/accounts/${accountId}/tickets/${body.id}/messages`);
    expect(messages.rows.map((row: { body: string }) => row.body)).toEqual([`Number ${n}.`]);
  }
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ transactions: number }>(
      sql`select count(distinct transaction)::int as transactions from journal where title like 'Number %'`,
    ),
  );
  expect(rows[0]?.transactions).toBeLessThan(20);
  for (const { accountId } of [alder, birch]) {
    const proof = await server.db.read(SYSTEM, (tx) => verifyAccount(tx, accountId, server.clock.now()));
    expect(proof.differences).toEqual([]);
  }
});

const named = (subject: string) =>
  server.db.read(SYSTEM, (tx) => tx.rows(sql`select id from ticket where subject = ${subject}`));

test('the same call twice, later or at the same moment, is one ticket and one answer', async () => {
  const first = await submit(alder, 'Once', 'key-1');
  expect((await submit(alder, 'Once', 'key-1')).body).toEqual(first.body);
  const atOnce = await Promise.all(Array.from({ length: 6 }, () => submit(alder, 'Six times', 'key-2')));
  expect(atOnce.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
  expect(new Set(atOnce.map(({ body }) => body.id)).size).toBe(1);
  expect([await named('Once'), await named('Six times')].map((rows) => rows.length)).toEqual([1, 1]);
});

test('a key of another call is refused, and of another person is its own', async () => {
  await submit(alder, 'Mine', 'key-3');
  expect((await submit(alder, 'Not mine', 'key-3')).body.code).toBe('request.key-reused');
  expect((await submit(birch, 'Mine too', 'key-3')).status).toBe(201);
  expect((await submit(birch, 'Long', 'k'.repeat(201))).body.code).toBe('request.invalid');
  expect(await named('Not mine')).toEqual([]);
});
