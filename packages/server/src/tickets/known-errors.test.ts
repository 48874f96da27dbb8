/** Known errors at the side of a ticket (AC19): problems that were declared one and are not closed. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let accountId: string;
let contractId: string;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  ({ accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE));
});
afterAll(() => server.stop());

const record = (...facts: { fact: string; subjectId: string; aboutId?: string; title?: string; note?: string }[]) =>
  server.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      facts.map((fact) => ({ accountId, contractId, ...fact })),
      { side: 'provider', via: 'test' },
      server.clock.now(),
    ),
  );
const problem = async (title: string, aboutId: string | undefined, ...more: string[]) => {
  const subjectId = uuid();
  const about = aboutId === undefined ? {} : { aboutId };
  await record({ fact: 'problem.opened', subjectId, title, ...about });
  for (const name of more) await record({ fact: `problem.${name}`, subjectId, note: `${title}: ${name}` });
};

test('those of the ticket stand first, then those of its product; what is closed or not yet known is none', async () => {
  const [ticket, alike, other] = [uuid(), uuid(), uuid()];
  await record(...[ticket, alike, other].map((subjectId) => ({ fact: 'incident.received', subjectId })));
  await server.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`with made as (insert into product (name) values ('AlmaLinux') returning id)
      update ticket set product_id = made.id from made where ticket.id = any (${[ticket, alike]}::uuid[])`);
    return { ok: true };
  });
  const known = ['cause-found', 'workaround-found', 'known-error-declared'];
  await problem('Of another', other, ...known);
  await problem('Of its product', alike, ...known);
  await problem('Of the ticket', ticket, ...known, 'alternative-found');
  await problem('Not yet known', ticket, 'cause-found');
  await problem('Closed', ticket, ...known, 'closed');
  const path = `/accounts/${accountId}/tickets/${ticket}/known-errors`;
  const { body } = await server.call(engineer, 'GET', path);
  expect(body.rows).toMatchObject([
    { title: 'Of the ticket', remedy: 'Of the ticket: alternative-found', isOfTicket: true, isOfProduct: true },
    { title: 'Of its product', remedy: 'Of its product: workaround-found', isOfTicket: false, isOfProduct: true },
    { title: 'Of another', isOfTicket: false, isOfProduct: false },
  ]);
  expect((await server.call(engineer, 'GET', path.replace(ticket, uuid()))).body.code).toBe('record.not-found');
});
