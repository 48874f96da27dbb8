/** Whoever has to approve a version is told so, in the application and by mail; and whoever submitted it, what became of it. */
import { readFileSync } from 'node:fs';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { mailTasks } from './index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

const tuxcare = readFileSync(new URL('../../../../services/tuxcare-tam.yaml', import.meta.url), 'utf8');

let server: TestApplication;
let writer: Person;
let approver: Person;
let second: Person;
let engineer: Person;
let path: string;
let version: number;
let drafts = 0;
beforeAll(async () => {
  server = await startTestApplication();
  // Who sees only the accounts that it serves tells colleagues all the same.
  await server.setting('staff-see', 'served');
  writer = await server.staff('Wanda Writer', 'service-manager');
  approver = await server.staff('Arno Approver', 'executive');
  second = await server.staff('Sara Second', 'executive');
  engineer = await server.staff('Erik Engineer', 'support-engineer');
});
afterAll(() => server.stop());
beforeEach(async () => {
  drafts += 1;
  for (const person of [writer, approver, second])
    await server.call(person, 'POST', '/me/notifications/read', { body: { all: true } });
  const source = tuxcare.replace('SD-TUXCARE-TAM', `SD-${drafts}`);
  const made = await server.call(writer, 'POST', '/descriptions', { body: { source } });
  path = `/descriptions/${made.body.descriptionId}/versions/${made.body.id}`;
  version = made.body.version;
  await act(writer, 'submission');
});

async function act(person: Person, what: string, body: object = {}): Promise<void> {
  const headers = { 'if-match': `"${version}"` };
  const reply = await server.call(person, 'POST', `${path}/${what}`, { body, headers });
  expect(reply.status).toBe(200);
  version = reply.body.version;
}

const unread = async (person: Person): Promise<string[]> =>
  (await server.call(person, 'GET', '/me/notifications?unread=true')).body.rows.map(
    ({ says, title, account }: Record<string, string | null>) => `${says}: ${title} (${account})`,
  );

/** Does what the job of a person's mails would. */
async function work({ id: personId }: Person): Promise<void> {
  const tasks = mailTasks({ mailer: undefined, publicUrl: 'https://desk.example', from: { address: 'd@p.test' } });
  await tasks['mail-notifications']?.(
    { personId },
    { db: server.db, now: server.clock.now(), signal: new AbortController().signal, attempt: 1 },
  );
}

const WAITS = 'A description waits for your approval: TuxCare TAM 1.0 (null)';

test('all who may approve are told, and neither whoever submitted it nor anybody else', async () => {
  expect(await unread(approver)).toEqual([WAITS]);
  expect(await unread(second)).toEqual([WAITS]);
  expect([await unread(writer), await unread(engineer)]).toEqual([[], []]);
  const [row] = (await server.call(approver, 'GET', '/me/notifications')).body.rows;
  expect(`/descriptions/${row.descriptionId}/versions/${row.versionId}`).toBe(path);
  const administrator = await server.staff('Anna Administrator', 'administrator');
  expect(await unread(administrator)).toEqual([]);
});

test('once it is taken back, or another has decided, it waits for nobody', async () => {
  await act(writer, 'withdrawal');
  expect(await unread(approver)).toEqual([]);
  await act(writer, 'submission');
  expect(await unread(second)).toEqual([WAITS]);
  await act(approver, 'rejection', { note: 'Too dear' });
  expect(await unread(second)).toEqual([]);
  expect(await unread(writer)).toEqual(['A description was rejected: TuxCare TAM 1.0 (null)']);
});

test('by mail, as everybody chose, with the way to the version', async () => {
  await server.call(second, 'PUT', '/me/notification-preferences', {
    body: { kinds: { 'description.submitted': 'never' } },
  });
  const jobs = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ id: string }>(
      sql`select about ->> 'personId' as id from list_jobs(null, null, 1000) where task = 'mail-notifications'`,
    ),
  );
  expect(jobs.map(({ id }) => id)).toEqual(expect.arrayContaining([approver.id, second.id]));
  for (const person of [approver, second, approver, second]) await work(person);
  const mails = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ to: string; subject: string; text: string }>(
      sql`select to_name as to, subject, text from mail where subject like 'A description%'`,
    ),
  );
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['Arno Approver', 'A description waits for your approval: TuxCare TAM 1.0'],
  ]);
  const [, descriptionId, versionId] = /descriptions\/([^/]+)\/versions\/([^/]+)/.exec(path) ?? [];
  expect(mails[0]?.text).toContain(`https://desk.example/agreements/${descriptionId}/versions/${versionId}`);
});

test('in one mail with what concerns accounts', async () => {
  const account = await server.account('Alder');
  await server.serves(approver, account, 'executive');
  await server.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`insert into notification (account_id, person_id, kind, title, created_at)
      values (${account}, ${approver.id}, 'obligation.breached', 'First response', ${server.clock.now().add({ seconds: 1 }).toString()})`);
    return { ok: true as const };
  });
  await work(approver);
  const subjects = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ subject: string }>(
      sql`select subject from mail where person_id = ${approver.id} and subject like '%broken%'`,
    ),
  );
  expect(subjects).toEqual([{ subject: '1 to be approved, 1 broken: Alder and descriptions' }]);
});
