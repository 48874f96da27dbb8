/** Names beside tickets are kept between requests: they follow every change, and whom a customer does not see stays unnamed. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../../../../tests/support/agreed-account.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { ticketPage } from './ticket-list-views.ts';

/** What could be taken for an instant, for the clock at a row's end, or for the end of a row. */
const SUBJECTS = [
  'At":"2026-06-01T08:00:00+00:00"',
  ',"obligationId":"00000000-0000-0000-0000-000000000000"',
  '\n{"id":"x"}\\n',
  'Ünïcödé 🌍 +00:00',
];
const NAME = 'At":"Kauri" +00:00';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let colleague: Person;
let account: AgreedAccount;
let productId: string;
let ticketId: string;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: NAME });
  const { accountId, contractId } = account;
  lead = await server.customer('Lena Lead', accountId, 'technical-lead');
  colleague = await server.customer('Carl Colleague', accountId, 'technical-lead');
  for (const title of SUBJECTS) {
    ticketId = uuid();
    const fact = {
      accountId,
      contractId,
      subjectId: ticketId,
      fact: 'incident.received',
      data: { severity: 1 },
      title,
    };
    await server.db.write(SYSTEM, (tx) =>
      recordFacts(tx, [fact], { side: 'customer', via: 'web', personId: lead.id }, server.clock.now()),
    );
  }
  await write(async (tx) => {
    productId =
      (await tx.first<{ id: string }>(sql`insert into product (name) values ('Alma') returning id`))?.id ?? '';
    await tx.run(sql`update ticket set product_id = ${productId}, assignee_id = ${engineer.id} where id = ${ticketId}`);
  });
});
afterAll(() => server.stop());

const write = (work: (tx: Tx) => Promise<unknown>, ok = true) =>
  server.db.write(SYSTEM, async (tx) => {
    await work(tx);
    return { ok };
  });
const rows = async (by: Person) => (await server.call(by, 'GET', '/tickets?limit=50')).body.rows;
const ticket = async (by: Person) =>
  (await server.call(by, 'GET', `/accounts/${account.accountId}/tickets/${ticketId}`)).body;

test('whatever is written in a ticket, a row shows it as it is, and as the ticket itself', async () => {
  const listed = await rows(engineer);
  expect(listed.map(({ subject }: { subject: string }) => subject).toSorted()).toEqual(SUBJECTS.toSorted());
  for (const row of listed) {
    expect(row).toMatchObject({
      ...{ accountId: account.accountId, account: NAME, accountZone: 'Europe/Berlin', contract: 'almacare' },
      ...{ requester: { id: lead.id, name: 'Lena Lead' }, receivedAt: '2026-06-01T08:00:00Z', acknowledgedAt: null },
    });
    expect(row.next.dueAt).toMatch(/^2026-06-01T\d\d:\d\d:00Z$/);
  }
  const row = listed.find(({ id }: { id: string }) => id === ticketId);
  expect(row).toMatchObject({ product: 'Alma', assignee: { id: engineer.id, name: 'Erin Engineer' } });
  expect(await ticket(engineer)).toMatchObject(row);
});

test('a new name is shown at once, and one that was taken back never', async () => {
  const shown = async () => {
    const { account: name, contract, product, requester, assignee } = await ticket(engineer);
    return [name, contract, product, requester.name, assignee.name];
  };
  const before = await shown();
  const rename = (ok: boolean) =>
    write(async (tx) => {
      await tx.run(sql`update account set name = 'Rimu' where account_id = ${account.accountId}`);
      await tx.run(sql`update contract set name = 'Renamed' where account_id = ${account.accountId}`);
      await tx.run(sql`update product set name = 'Nova' where id = ${productId}`);
      await tx.run(sql`update person set name = 'New ' || name where id in (${lead.id}, ${engineer.id})`);
      // Whoever renames sees it already.
      expect(await ticketPage(tx, { order: 'next', limit: 50 })).toContain('"account":"Rimu"');
    }, ok);
  await rename(false);
  expect(await shown()).toEqual(before);
  await rename(true);
  expect(await shown()).toEqual(['Rimu', 'Renamed', 'Nova', 'New Lena Lead', 'New Erin Engineer']);
  for (const sqlOfOne of [
    sql`update product set name = 'Alma' where id = ${productId}`,
    sql`update person set name = 'Lena Lead' where id = ${lead.id}`,
  ]) {
    const seen = await shown();
    await write((tx) => tx.run(sqlOfOne));
    expect(await shown()).not.toEqual(seen);
  }
});

test('whom a customer does not see is named to staff alone, whoever asked before', async () => {
  expect((await ticket(colleague)).requester).toEqual({ id: lead.id, name: 'Lena Lead' });
  await write((tx) => tx.run(sql`delete from membership where person_id = ${lead.id}`));
  for (const by of [engineer, colleague, engineer]) {
    const named = by === engineer ? { id: lead.id, name: 'Lena Lead' } : null;
    expect((await ticket(by)).requester).toEqual(named);
    for (const row of await rows(by)) expect(row.requester).toEqual(named);
  }
});
