/** Another severity was to be approved and was withdrawn: whoever had learnt that it waits for them learns that it does not (AC11). */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from '../../../../tests/support/desk.ts';
import type { Person, TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { mailTasks } from './index.ts';

const WAITS = 'Another severity of a ticket waits for your approval';
const WITHDRAWN = 'Another severity of a ticket was asked for, and withdrawn';
const SETTLED = 'Another severity of a ticket was asked for, and is settled';

let server: TestApplication;
let engineer: Person;
let mara: Person;
let milo: Person;
let accountId: string;
let submit: Desk['submit'];
beforeAll(async () => {
  ({ server, engineer, accountId, submit } = await startDesk());
  mara = await server.staff('Mara Manager', 'team-lead');
  milo = await server.staff('Milo Manager', 'team-lead');
  await server.serves(mara, accountId, 'team-lead');
  await server.serves(milo, accountId, 'team-lead');
});
afterAll(() => server.stop());

async function ticket(subject: string) {
  const { body } = await submit({ subject, severity: 3 });
  const act = (what: string, more: object) =>
    server.call(engineer, 'POST', `/accounts/${accountId}/tickets/${body.id}/severity-proposal${what}`, { body: more });
  const title = `#${body.reference} ${subject}`;
  return {
    propose: () => act('', { severity: 1, also: 0, reason: 'Their board is watching.' }),
    withdraw: (note: string) => act('/withdrawal', { note }),
    /** What a person has been told of it, the latest first. */
    told: async (person: Person) => {
      const { body: page } = await server.call(person, 'GET', '/me/notifications?limit=100');
      return page.rows
        .filter(
          (row: { title: string; says: string }) => row.title === title && row.says.startsWith('Another severity'),
        )
        .map(({ says, readAt }: { says: string; readAt: string | null }) => [
          says,
          readAt === null ? 'unread' : 'read',
        ]);
    },
    mails: async (person: Person) => {
      const rows = await server.db.read(SYSTEM, (tx) =>
        tx.rows<{ subject: string; text: string }>(
          sql`select subject, text from mail where person_id = ${person.id} and subject like ${`%: ${title}`} order by created_at, id`,
        ),
      );
      return rows.map(({ text, subject: head }) => ({ text, subject: head.replace(`: ${title}`, '') }));
    },
  };
}
const read = (person: Person) => server.call(person, 'POST', '/me/notifications/read', { body: { all: true } });
const pass = (minutes: number) => server.clock.moveTo(server.clock.now().add({ minutes }));
/** Does what the job of a person's mails would. */
async function mail({ id: personId }: Person): Promise<void> {
  const tasks = mailTasks({ mailer: undefined, publicUrl: 'https://desk.test', from: { address: 'd@p.test' } });
  const helpers = { db: server.db, now: server.clock.now(), signal: new AbortController().signal, attempt: 1 };
  await tasks['mail-notifications']?.({ personId }, helpers);
}

test('who was mailed that it waits is told of the withdrawal, and mailed; who was not yet finds the one notice turned', async () => {
  for (const person of [mara, milo]) await mail(person);
  const { propose, withdraw, told, mails } = await ticket('The trade fair');
  await read(mara);
  await propose();
  pass(1);
  await mail(mara);
  expect((await mails(mara)).map(({ subject }) => subject)).toEqual([WAITS]);
  pass(5);
  await withdraw('The fair is cancelled.');
  expect(await told(mara)).toEqual([
    [WITHDRAWN, 'unread'],
    [SETTLED, 'read'],
  ]);
  expect(await told(milo)).toEqual([[WITHDRAWN, 'unread']]);
  expect(await told(engineer)).toEqual([]);
  for (const person of [mara, milo]) await mail(person);
  expect((await mails(mara)).map(({ subject }) => subject)).toEqual([WAITS, WITHDRAWN]);
  expect((await mails(mara))[1]?.text).toContain('The fair is cancelled.');
  expect(await mails(milo)).toEqual([]);
});

test('who read it in the application, too; by mail never, where that was chosen', async () => {
  const kinds = { 'ticket.severity-change-withdrawn': 'never' };
  expect((await server.call(milo, 'PUT', '/me/notification-preferences', { body: { kinds } })).status).toBe(200);
  const { propose, withdraw, told, mails } = await ticket('The other fair');
  for (const person of [mara, milo]) await mail(person);
  await propose();
  for (const person of [mara, milo]) await read(person);
  pass(1);
  await withdraw('Cancelled as well.');
  for (const person of [mara, milo]) {
    expect(await told(person)).toEqual([
      [WITHDRAWN, 'unread'],
      [SETTLED, 'read'],
    ]);
    await mail(person);
  }
  expect((await mails(mara)).map(({ subject }) => subject)).toEqual([WITHDRAWN]);
  expect(await mails(milo)).toEqual([]);
});
