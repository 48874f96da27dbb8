/** What a person wrote on tickets, or others wrote for them, goes everywhere it was repeated: conversation, drafts, mails to others. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { agreedAccount, ALMACARE } from './support/agreed-account.ts';
import { entitle } from './support/entitle.ts';
import { startTestApplication, type Person, type TestApplication } from './support/test-application.ts';
import { mailTasks } from '../packages/server/src/notifications/index.ts';
import { SYSTEM } from '../packages/server/src/platform/database/actor.ts';

const WORDS = 'My neighbour Xaver heard it as well';

let server: TestApplication;
let engineer: Person;
let lena: Person;
let colleague: Person;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  const admin = await server.staff('Ada Admin', 'administrator');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  const { accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  const former = await server.account('Birch');
  lena = await server.customer('Lena Lead', accountId, 'technical-lead');
  colleague = await server.customer('Cora Colleague', accountId, 'technical-lead');
  await entitle(server, accountId, lena);
  await entitle(server, accountId, colleague);
  const submit = async (by: Person, more: object) => {
    const body = { contractId, kind: 'incident', subject: 'It beeps', severity: 2, ...more };
    return (await server.call(by, 'POST', `/accounts/${accountId}/tickets`, { body })).body.id as string;
  };
  // By telephone, so to speak.
  await submit(engineer, { requesterId: lena.id, body: WORDS });
  const other = await submit(colleague, { body: 'Since noon.' });
  const say = (by: Person, body: string) =>
    server.call(by, 'POST', `/accounts/${accountId}/tickets/${other}/messages`, { body: { body } });
  await say(engineer, 'We look at it.');
  for (const person of [engineer, colleague]) await mail(person);
  await run(sql`update mail set state = 'sent', sent_at = now()`);
  await say(lena, WORDS);
  await run(sql`insert into ticket_draft (account_id, ticket_id, person_id, body, audience, saved_at)
    values (${accountId}, ${other}, ${lena.id}, ${WORDS}, 'shared', now())`);
  // Where Lena was once, and wrote nothing that was sent.
  const there = uuid();
  await run(
    sql`insert into ticket (account_id, id, kind, subject, received_at, last_at) values (${former}, ${there}, 'incident', 'Old', now(), now())`,
  );
  await run(sql`insert into ticket_draft (account_id, ticket_id, person_id, body, audience, saved_at)
    values (${former}, ${there}, ${lena.id}, ${WORDS}, 'shared', now())`);
  await mail(engineer);
  await run(sql`update mail set state = 'sent', sent_at = now()`);
  await mail(colleague);
  expect(await holding('mail', 'text')).toBe(2);
  expect(await holding('ticket_message', 'body')).toBe(2);
  await server.call(admin, 'POST', `/people/${lena.id}/erasure`, { body: { files: true } });
});
afterAll(() => server.stop());

const run = (statement: ReturnType<typeof sql>) =>
  server.db.write(SYSTEM, async (tx) => ({ ok: true as const, value: await tx.run(statement) }));
const holding = async (table: 'mail' | 'ticket_message' | 'ticket_draft', column: 'text' | 'html' | 'body') => {
  const statement = sql([`select from ${table} where ${column} like '%Xaver%'`] as never);
  return (await server.db.read(SYSTEM, (tx) => tx.rows(statement))).length;
};
async function mail({ id }: Person): Promise<void> {
  server.clock.moveTo(server.clock.now().add({ minutes: 5 }));
  const tasks = mailTasks({
    mailer: undefined,
    publicUrl: 'http://tamarack.test',
    from: { address: 'desk@example.test' },
  });
  const helpers = { db: server.db, now: server.clock.now(), signal: new AbortController().signal, attempt: 1 };
  await tasks['mail-notifications']?.({ personId: id }, helpers);
}

test('the conversation', async () => {
  expect(await holding('ticket_message', 'body')).toBe(0);
});

test('drafts, also where the person left no other trace', async () => {
  expect(await holding('ticket_draft', 'body')).toBe(0);
});

test('mails that told others: the text of those that were sent, and whole those that were not', async () => {
  expect([await holding('mail', 'text'), await holding('mail', 'html')]).toEqual([0, 0]);
  const left = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ state: string; text: string | null }>(sql`select state, text from mail`),
  );
  expect(left.map(({ state }) => state)).not.toContain('waiting');
  // One of them told of nothing that Lena wrote.
  expect([left.length, left.filter(({ text }) => text === null).length]).toEqual([3, 1]);
});
