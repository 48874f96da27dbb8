import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { indexConditions } from '../../../../tests/support/index-conditions.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { headersOf, mailServer } from '../platform/mail/oracles/mail-server.ts';
import { smtpMailer } from '../platform/mail/smtp-mailer.ts';
import { mailTasks } from './index.ts';
import { toldBy } from './recipient-views.ts';

type Sent = { readonly id: string; readonly subject: string; readonly text: string; readonly html: string };

let server: TestApplication;
let account: string;
let people = 0;
let tam: Person;
beforeAll(async () => {
  server = await startTestApplication();
  account = await server.account('Alder Bank');
});
afterAll(() => server.stop());
/** Somebody new for each test: what others were told is not in the way. */
beforeEach(async () => {
  server.clock.moveTo(Temporal.Instant.from('2026-06-01T08:00:00Z'));
  tam = await server.staff(`Tam ${letters(people++)}`, 'technical-account-manager');
});

function letters(n: number): string {
  return String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26));
}

async function tell(
  person: Person,
  told: { kind?: string; title?: string; accountId?: string; at?: string; obligation?: string } = {},
) {
  const { kind = 'obligation.breached', title = 'First response', accountId = account, at, obligation } = told;
  await server.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`insert into notification (account_id, person_id, kind, title, obligation_id, created_at)
      values (${accountId}, ${person.id}, ${kind}, ${title}, ${obligation ?? null}, ${at ?? server.clock.now().toString()})`);
    return { ok: true };
  });
}

async function work(person: Person): Promise<void> {
  const tasks = mailTasks({
    mailer: undefined,
    publicUrl: 'https://desk.example',
    from: { address: 'desk@provider.test' },
  });
  await tasks['mail-notifications']?.(
    { personId: person.id },
    { db: server.db, now: server.clock.now(), signal: new AbortController().signal, attempt: 1 },
  );
}

/** The mails to a person, in the order in which they were written. */
function mailsTo(person: Person): Promise<Sent[]> {
  return server.db.read(SYSTEM, (tx) =>
    tx.rows<Sent>(sql`select id, subject, text, html from mail where person_id = ${person.id} order by created_at, id`),
  );
}

function unmailed(person: Person): Promise<number> {
  return server.db.read(SYSTEM, async (tx) => {
    const rows = await tx.rows(sql`select id from notification where person_id = ${person.id} and mailed_at is null`);
    return rows.length;
  });
}

function write(statement: ReturnType<typeof sql>) {
  return server.db.write(SYSTEM, async (tx) => {
    await tx.run(statement);
    return { ok: true };
  });
}

/** A promise of a contract of that account, as the ledger would open it. */
async function owed(accountId: string, dueAt: string): Promise<string> {
  const id = randomUUID();
  await write(sql`with described as (insert into description (reference, created_at) values (${id}, now()) returning id),
    version as (insert into description_version (description_id, number, title, version, state, source, owner, approver, created_at)
      select id, 1, 'Care', '1.0', 'published', '', 'o', 'a', now() from described returning id),
    agreed as (insert into contract (account_id, name, starts_at, renewal, created_at)
      values (${accountId}, 'Care', now(), 'none', now()) returning id),
    terms as (insert into contract_terms (account_id, contract_id, number, version_id, level, state, from_at, proposed_at)
      select ${accountId}::uuid, agreed.id, 1, version.id, 'base', 'agreed', now(), now() from agreed, version returning contract_id, id)
    insert into obligation (account_id, id, contract_id, terms_id, promise, form, title, side, role, subject_id, subject, cycle, turn,
      state, opened_at, due_at)
    select ${accountId}::uuid, ${id}::uuid, contract_id, id, 'first-response', 'response', 'First response', 'provider', 'support-engineer',
      ${id}::uuid, '#10245 Database is slow', 1, 1, 'open', now(), ${dueAt}::timestamptz from terms`);
  return id;
}

const inZone = (person: Person, zone: string) => write(sql`update person set zone = ${zone} where id = ${person.id}`);
const prefer = (person: Person, kinds: Record<string, string>) =>
  server.call(person, 'PUT', '/me/notification-preferences', { body: { kinds } });

describe('in the application', () => {
  test('people see what they were told, the latest first, page by page, with words', async () => {
    const other = await server.staff(`Other ${letters(people)}`, 'support-engineer');
    await tell(other);
    for (const [i, title] of ['One', 'Two', 'Three'].entries())
      await tell(tam, { title, at: `2026-06-01T07:0${i}:00Z` });
    const first = await server.call(tam, 'GET', '/me/notifications?limit=2');
    expect(first.body).toMatchObject({
      unread: 3,
      rows: [{ title: 'Three', account: 'Alder Bank', says: 'A promise was broken', readAt: null }, { title: 'Two' }],
    });
    const next = await server.call(tam, 'GET', `/me/notifications?limit=2&after=${first.body.next}`);
    expect(next.body.rows.map((row: { title: string }) => row.title)).toEqual(['One']);
    expect(next.body.next).toBeUndefined();
  });

  test('some or all are marked as read, one’s own only', async () => {
    const other = await server.staff(`Other too ${letters(people)}`, 'support-engineer');
    await tell(other);
    const foreign = (await server.call(other, 'GET', '/me/notifications')).body.rows[0].id;
    for (const title of ['One', 'Two', 'Three']) await tell(tam, { title });
    const { rows } = (await server.call(tam, 'GET', '/me/notifications')).body;
    const read = (body: object) => server.call(tam, 'POST', '/me/notifications/read', { body });
    expect((await read({ ids: [rows[0].id, foreign] })).body).toEqual({ unread: 2 });
    const unread = await server.call(tam, 'GET', '/me/notifications?unread=true');
    expect(unread.body.rows.length).toBe(2);
    expect((await read({ all: true })).body).toEqual({ unread: 0 });
    expect((await server.call(other, 'GET', '/me/notifications')).body.unread).toBe(1);
    expect((await read({})).status).toBe(400);
  });

  test('of an account that was left, nothing is seen', async () => {
    const lead = await server.customer(`Lead ${letters(people)}`, account, 'technical-lead');
    await tell(lead);
    expect((await server.call(lead, 'GET', '/me/notifications')).body.unread).toBe(1);
    await write(sql`delete from membership where person_id = ${lead.id}`);
    expect((await server.call(lead, 'GET', '/me/notifications')).body).toEqual({ rows: [], unread: 0 });
  });
});

describe('preferences', () => {
  test('follow the profile but for the kinds that were chosen', async () => {
    await write(sql`update person set preferences = '{"mails": "daily"}' where id = ${tam.id}`);
    const chosen = await prefer(tam, { 'obligation.breached': 'at-once' });
    const get = await server.call(tam, 'GET', '/me/notification-preferences');
    expect(get.body).toEqual(chosen.body);
    expect(get.body.kinds).toContainEqual({
      kind: 'obligation.breached',
      says: 'A promise was broken',
      mails: 'at-once',
      isOwnChoice: true,
    });
    expect(get.body.kinds).toContainEqual(
      expect.objectContaining({ kind: 'obligation.warned', mails: 'daily', isOwnChoice: false }),
    );
    expect((await prefer(tam, {})).body.kinds.some((kind: { isOwnChoice: boolean }) => kind.isOwnChoice)).toBe(false);
    expect((await prefer(tam, { 'weather.changed': 'daily' })).body.code).toBe('value.not-allowed');
  });

  test('are offered for what one’s own side is ever told of', async () => {
    const approver = await server.customer(`Approver ${letters(people)}`, account, 'approver');
    const offered = async (person: Person) =>
      (await server.call(person, 'GET', '/me/notification-preferences')).body.kinds
        .map(({ kind }: { kind: string }) => kind)
        .filter((kind: string) => !/^(?:obligation|ticket)\./.test(kind));
    expect(await offered(approver)).toEqual(['contract.proposed', 'contract.change-proposed']);
    expect(await offered(tam)).toEqual([
      ...['contract.agreed', 'contract.declined', 'contract.change-agreed', 'contract.change-declined'],
      ...['description.submitted', 'description.approved', 'description.rejected'],
    ]);
    for (const kind of ['description.submitted', 'ticket.noted'])
      expect((await prefer(approver, { [kind]: 'never' })).body.code).toBe('value.not-allowed');
  });
});

describe('by mail', () => {
  test('what came together is one mail, and each notification is in one, however many workers there are', async () => {
    await tell(tam, { title: 'First response' });
    await tell(tam, { title: 'Workaround' });
    await tell(tam, { title: 'Cadence call', kind: 'obligation.warned' });
    await Promise.all([work(tam), work(tam), work(tam)]);
    const mails = await mailsTo(tam);
    expect(mails.map(({ subject }) => subject)).toEqual(['2 broken, 1 due soon: Alder Bank']);
    for (const title of ['First response', 'Workaround', 'Cadence call']) expect(mails[0]?.text).toContain(title);
    await tell(tam, { title: 'Later' });
    await work(tam);
    expect((await mailsTo(tam)).map(({ subject }) => subject)).toEqual([
      '2 broken, 1 due soon: Alder Bank',
      'A promise was broken: Later',
    ]);
  });

  test('one alone has its particulars: account, time in the reader’s zone, link', async () => {
    await inZone(tam, 'America/New_York');
    await tell(tam);
    await work(tam);
    const [mail] = await mailsTo(tam);
    expect(mail?.text).toContain('Alder Bank');
    expect(mail?.text).toMatch(/1 Jun 2026,? 04:00 \(America\/New_York\)/);
    expect(mail?.text).toContain(`https://desk.example/accounts/${account}/ledger`);
    expect(mail?.html).toContain(`href="https://desk.example/accounts/${account}/ledger"`);
    expect(mail?.text).toContain('https://desk.example/profile/notifications');
  });

  test('of an obligation it says what it is about, when it is due, and leads to it; so does a list', async () => {
    await inZone(tam, 'Europe/Berlin');
    const obligation = await owed(account, '2026-06-01T09:30:00Z');
    const link = `https://desk.example/accounts/${account}/ledger/${obligation}`;
    await tell(tam, { kind: 'obligation.warned', obligation });
    await work(tam);
    await tell(tam, { kind: 'obligation.warned', obligation });
    await tell(tam, { title: 'Another' });
    await work(tam);
    const mails = await mailsTo(tam);
    expect(mails.length).toBe(2);
    for (const { text } of mails) {
      expect(text).toContain('#10245 Database is slow');
      expect(text).toMatch(/1 Jun 2026,? 11:30 \(Europe\/Berlin\)/);
      expect(text).toContain(link);
    }
  });

  test('of a contract it leads to the contracts, and says nothing of promises', async () => {
    await tell(tam, { kind: 'contract.change-declined', title: 'Support' });
    await work(tam);
    const [mail] = await mailsTo(tam);
    expect(mail?.subject).toBe('The customer declined a change: Support');
    expect(mail?.text).toContain(`https://desk.example/accounts/${account}/contracts`);
    expect(mail?.text).toMatch(/Contract:\s+Support/);
    expect(mail?.text).not.toMatch(/promise/i);
    await tell(tam, { kind: 'contract.change-declined', title: 'Support' });
    server.clock.moveTo(server.clock.now().add({ seconds: 1 }));
    await tell(tam);
    await work(tam);
    const [, several] = await mailsTo(tam);
    expect(several?.subject).toBe('1 declined, 1 broken: Alder Bank');
    expect(several?.text).toContain('https://desk.example/notifications');
  });

  test('those who want a daily mail get it at 08:00 where they are', async () => {
    await inZone(tam, 'Asia/Tokyo');
    await prefer(tam, { 'obligation.warned': 'daily' });
    await tell(tam, { kind: 'obligation.warned', title: 'Slow' });
    await tell(tam, { title: 'Urgent' });
    await work(tam);
    expect((await mailsTo(tam)).map(({ subject }) => subject)).toEqual(['A promise was broken: Urgent']);
    const [job] = await server.db.read(SYSTEM, (tx) =>
      tx.rows<{ run_at: string }>(sql`select run_at from list_jobs(null, null, 10000) where task = 'mail-notifications'
        and about ->> 'personId' = ${tam.id}`),
    );
    expect(job?.run_at).toBe('2026-06-01T23:00:00Z');
    server.clock.moveTo(Temporal.Instant.from('2026-06-01T22:59:00Z'));
    await work(tam);
    expect((await mailsTo(tam)).length).toBe(1);
    server.clock.moveTo(Temporal.Instant.from('2026-06-01T23:00:00Z'));
    await work(tam);
    expect((await mailsTo(tam)).map(({ subject }) => subject)).toEqual([
      'A promise was broken: Urgent',
      'A promise is due soon: Slow',
    ]);
  });

  test('what nobody wants mailed, or was read already, is not mailed later either', async () => {
    await prefer(tam, { 'obligation.breached': 'never' });
    await tell(tam);
    await tell(tam, { kind: 'obligation.warned' });
    await write(
      sql`update notification set read_at = now() where person_id = ${tam.id} and kind = 'obligation.warned'`,
    );
    await work(tam);
    expect([(await mailsTo(tam)).length, await unmailed(tam)]).toEqual([0, 0]);
    await prefer(tam, {});
    await work(tam);
    expect((await mailsTo(tam)).length).toBe(0);
  });

  test('nothing of an account that was left in between, and nothing to those who were deactivated', async () => {
    const other = await server.account(`Birch ${letters(people)}`);
    const lead = await server.customer(`Leaver ${letters(people)}`, account, 'technical-lead');
    await write(
      sql`insert into membership (account_id, person_id, role, since) values (${other}, ${lead.id}, 'technical-lead', now())`,
    );
    await tell(lead, { title: 'Kept' });
    await tell(lead, { title: 'Lost', accountId: other });
    await write(sql`delete from membership where person_id = ${lead.id} and account_id = ${other}`);
    await work(lead);
    const [mail, ...more] = await mailsTo(lead);
    expect([mail?.subject, more.length, await unmailed(lead)]).toEqual(['A promise was broken: Kept', 0, 0]);
    await tell(tam);
    await write(sql`update person set deactivated_at = now() where id = ${tam.id}`);
    await work(tam);
    expect([(await mailsTo(tam)).length, await unmailed(tam)]).toEqual([0, 0]);
  });

  test('a flood is counted, and its beginning listed', async () => {
    for (let i = 0; i < 60; i++) await tell(tam, { title: `Promise ${i}` });
    await work(tam);
    const [mail] = await mailsTo(tam);
    expect(mail?.subject).toBe('60 broken: Alder Bank');
    expect(mail?.text).toContain('The first 50, and 10 more in the application:');
  });

  test('what people wrote stays text, in subject, text and HTML, on its way through a real server', async () => {
    const evil = 'Hi\r\nBcc: mallory@evil.test\r\n\r\n<script>alert(1)</script> \u202egnp.exe "x"';
    const bank = await server.account('<img src=x onerror=alert(1)>\r\nEvil: yes');
    await tell(tam, { title: evil, accountId: bank });
    await work(tam);
    await tell(tam, { title: evil, accountId: bank });
    await tell(tam, { title: evil, accountId: bank });
    await work(tam);
    const smtp = await mailServer();
    const mailer = smtpMailer(smtp.url, { timeoutMs: 5000 });
    const tasks = mailTasks({ mailer, publicUrl: 'https://desk.example', from: { address: 'desk@provider.test' } });
    const mails = await mailsTo(tam);
    for (const { id, html, text } of mails) {
      expect(html).not.toMatch(/<script|<img|\u202e/i);
      expect(text).not.toMatch(/\u202e|^(?:Bcc|Evil):/m);
      const helpers = { db: server.db, now: server.clock.now(), signal: new AbortController().signal, attempt: 1 };
      await tasks['send-mail']?.({ mailId: id }, helpers);
    }
    expect(smtp.received.map(({ to }) => to.length)).toEqual([1, 1]);
    for (const { raw } of smtp.received) {
      const names = headersOf(raw).map(([name]) => name);
      expect(names).not.toContain('Bcc');
      expect(names).not.toContain('Evil');
      expect(names).toEqual(expect.arrayContaining(['Auto-Submitted', 'List-Unsubscribe', 'Subject']));
    }
    mailer.close();
    await smtp.close();
  });
});

test('a mail reads what the person was not mailed yet, and nothing of the years before', async () => {
  const conditions = await indexConditions(server.db, (tx) => toldBy(tx, tam.id, [randomUUID()]));
  expect(conditions).toContain(`(person_id = '${tam.id}'::uuid)`);
});
