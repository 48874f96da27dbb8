import sql from 'sql-template-tag';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM, type Actor } from '../platform/database/actor.ts';
import { headersOf, mailServer, smtpError } from '../platform/mail/oracles/mail-server.ts';
import { smtpMailer, type Mailer } from '../platform/mail/smtp-mailer.ts';
import { mailTasks, queueMail, type QueuedMail } from './index.ts';
import { showMail } from './show-mail.ts';

const MAIL: QueuedMail = {
  to: { address: 'lea@customer.test', name: 'Lea Lead' },
  subject: 'First response is due',
  text: 'It is due.',
  html: '<p>It is due.</p>',
};

let server: TestApplication;
let admin: Person;
beforeAll(async () => {
  server = await startTestApplication();
  admin = await server.staff('Ada Admin', 'administrator');
});
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});
afterAll(() => server.stop());

/** A real mail server, and a mailer for it. */
async function post(options: Parameters<typeof mailServer>[0] = {}) {
  const smtp = await mailServer(options);
  const mailer = smtpMailer(smtp.url, { timeoutMs: 5000 });
  closing.push(smtp.close, mailer.close);
  return { mailer, received: smtp.received };
}

/** Does the job that sends a mail, as a worker would. */
async function work(mailer: Mailer | undefined, payload: object, name = 'send-mail'): Promise<void> {
  const tasks = mailTasks({ mailer, publicUrl: 'https://desk.example/', from: { address: 'desk@provider.test' } });
  await tasks[name]?.(payload, {
    db: server.db,
    now: server.clock.now(),
    signal: new AbortController().signal,
    attempt: 1,
  });
}

async function queued(mail: Partial<QueuedMail> = {}): Promise<string> {
  const written = await server.db.write(SYSTEM, async (tx) => ({
    ok: true,
    id: await queueMail(tx, { ...MAIL, ...mail }, server.clock.now()),
  }));
  return written.id;
}

type Job = { readonly task: string; readonly run_at: string };
/** The jobs that wait for this mail. */
function jobsOf(mailId: string): Promise<Job[]> {
  return server.db.read(SYSTEM, (tx) =>
    tx.rows<Job>(sql`select task, run_at from list_jobs(null, null, 10000) where about ->> 'mailId' = ${mailId}`),
  );
}

async function shown(mailId: string) {
  const { body } = await server.call(admin, 'GET', `/mails/${mailId}`);
  return body;
}

describe('the outbox', () => {
  test('a mail and its job are written with their cause, or not at all', async () => {
    const id = await queued();
    expect(await jobsOf(id)).toMatchObject([{ task: 'send-mail' }]);
    let lost = '';
    await server.db.write(SYSTEM, async (tx) => {
      lost = await queueMail(tx, MAIL, server.clock.now());
      return { ok: false };
    });
    expect((await server.call(admin, 'GET', `/mails/${lost}`)).status).toBe(404);
    expect(await jobsOf(lost)).toEqual([]);
  });

  test('a transaction of anybody can cause a mail', async () => {
    const nobody: Actor = { personId: undefined, side: 'customer', accounts: [], via: 'session' };
    const written = await server.db.write(nobody, async (tx) => ({
      ok: true,
      id: await queueMail(tx, MAIL, server.clock.now()),
    }));
    expect(await shown(written.id)).toMatchObject({ to: 'lea@customer.test', state: 'waiting' });
  });

  test('only administrators read mails, and the database holds that too', async () => {
    const id = await queued();
    const account = await server.account('Alder Bank');
    const manager = await server.staff('Mara Manager', 'service-manager');
    const lead = await server.customer('Lea Lead', account, 'technical-lead');
    for (const person of [manager, lead])
      for (const path of ['/mails', `/mails/${id}`]) expect((await server.call(person, 'GET', path)).status).toBe(403);
    const seenBy = (actor: Omit<Actor, 'via'>) =>
      server.db.read({ ...actor, via: 'session' }, async (tx) => {
        const rows = await tx.rows(sql`select id from mail where id = ${id}`);
        return rows.length;
      });
    expect(await seenBy({ personId: admin.id, side: 'provider', accounts: 'all' })).toBe(1);
    expect(await seenBy({ personId: manager.id, side: 'provider', accounts: 'all' })).toBe(0);
    expect(await seenBy({ personId: lead.id, side: 'customer', accounts: [account] })).toBe(0);
    expect(await seenBy({ personId: undefined, side: 'customer', accounts: [] })).toBe(0);
  });

  test('lists without texts, page by page, by state', async () => {
    const ids = [await queued({ subject: 'A' }), await queued({ subject: 'B' }), await queued({ subject: 'C' })];
    const first = await server.call(admin, 'GET', '/mails?limit=2&state=waiting');
    expect(first.body.rows.map((row: { id: string }) => row.id)).toEqual([ids[2], ids[1]]);
    expect(first.body.rows[0]).not.toHaveProperty('text');
    expect(first.body).toMatchObject({ hasMailServer: true, waiting: expect.any(Number) });
    const next = await server.call(admin, 'GET', `/mails?limit=2&state=waiting&after=${first.body.next}`);
    expect(next.body.rows[0].id).toBe(ids[0]);
    const forged = Buffer.from('["x","y"]').toString('base64url');
    expect((await server.call(admin, 'GET', `/mails?after=${forged}`)).status).toBe(400);
  });
});

describe('sending', () => {
  test('hands a mail over once, with an id of its own', async () => {
    const { mailer, received } = await post();
    const id = await queued({ headers: { 'Auto-Submitted': 'auto-generated' } });
    await work(mailer, { mailId: id });
    await work(mailer, { mailId: id });
    expect(received).toMatchObject([{ from: 'desk@provider.test', to: ['lea@customer.test'] }]);
    const headers = new Map(headersOf(received[0]?.raw ?? ''));
    expect(headers.get('Message-ID')).toBe(`<${id}@desk.example>`);
    expect(headers.get('Auto-Submitted')).toBe('auto-generated');
    expect(await shown(id)).toMatchObject({ state: 'sent', attempts: 1, sentAt: '2026-06-01T08:00:00Z', error: null });
    expect((await server.call(admin, 'POST', `/mails/${id}/retry`)).body.code).toBe('state.not-possible');
  });

  test('many workers at once send each mail once', async () => {
    const { mailer, received } = await post();
    const ids = await Promise.all(Array.from({ length: 8 }, () => queued()));
    await Promise.all([...ids, ...ids, ...ids, ...ids].map((mailId) => work(mailer, { mailId })));
    const sent = received.map(({ raw }) => new Map(headersOf(raw)).get('Message-ID'));
    expect(sent.length).toBe(ids.length);
    expect(new Set(sent)).toEqual(new Set(ids.map((id) => `<${id}@desk.example>`)));
  });

  test('a mail that is refused for good is not tried again', async () => {
    const { mailer, received } = await post({
      onRcptTo: (_to, _session, done) => done(smtpError(550, 'no such user')),
    });
    const id = await queued();
    const before = (await jobsOf(id)).length;
    await work(mailer, { mailId: id });
    await work(mailer, { mailId: id });
    expect(await shown(id)).toMatchObject({
      state: 'refused',
      attempts: 1,
      error: expect.stringContaining('no such user'),
    });
    expect([(await jobsOf(id)).length, received.length]).toEqual([before, 0]);
  });

  test('a mail that is put off is tried later, once more, and goes out', async () => {
    let isBusy = true;
    const { mailer, received } = await post({
      onRcptTo: (_to, _session, done) => (isBusy ? done(smtpError(451, 'try later')) : done()),
    });
    const id = await queued();
    await work(mailer, { mailId: id });
    expect(await shown(id)).toMatchObject({ state: 'deferred', nextTryAt: '2026-06-01T08:01:00Z' });
    expect(await jobsOf(id)).toEqual([{ task: 'send-mail', run_at: '2026-06-01T08:01:00Z' }]);
    isBusy = false;
    await work(mailer, { mailId: id });
    expect(await shown(id)).toMatchObject({ state: 'sent', attempts: 2, error: null, nextTryAt: null });
    expect(received.length).toBe(1);
  });

  test('is given up after days, and an administrator can begin anew', async () => {
    const { mailer } = await post({ onRcptTo: (_to, _session, done) => done(smtpError(451, 'try later')) });
    const id = await queued();
    await work(mailer, { mailId: id });
    server.clock.moveTo(server.clock.now().add({ hours: 97 }));
    await work(mailer, { mailId: id });
    expect(await shown(id)).toMatchObject({ state: 'refused', attempts: 2 });
    const retried = await server.call(admin, 'POST', `/mails/${id}/retry`);
    expect(retried.body).toMatchObject({ state: 'waiting', error: null });
    const working = await post();
    await work(working.mailer, { mailId: id });
    expect(working.received.length).toBe(1);
  });

  test('without a mail server mails wait, and go out at an administrator’s request', async () => {
    const id = await queued();
    await work(undefined, { mailId: id });
    expect(await shown(id)).toMatchObject({ state: 'waiting', attempts: 0, text: 'It is due.' });
    expect((await server.call(admin, 'POST', `/mails/${id}/retry`)).status).toBe(200);
    const { mailer, received } = await post();
    await work(mailer, { mailId: id });
    expect(received.length).toBe(1);
  });

  test('a worker that dies while it sends leaves the mail taken: nobody interferes before it cannot live any more', async () => {
    const { mailer, received } = await post();
    const id = await queued();
    const dying: Mailer = { ...mailer, send: () => Promise.reject(new Error('killed')) };
    await expect(work(dying, { mailId: id })).rejects.toThrow('killed');
    await work(mailer, { mailId: id });
    expect(received.length).toBe(0);
    expect((await server.call(admin, 'POST', `/mails/${id}/retry`)).body.code).toBe('state.not-possible');
    const [job] = await jobsOf(id);
    server.clock.moveTo(Temporal.Instant.from(job?.run_at ?? ''));
    await work(mailer, { mailId: id });
    expect(received.length).toBe(1);
  });

  test('an address that is none is refused before any server sees it', async () => {
    const { mailer, received } = await post();
    const id = await queued({ to: { address: 'lea@customer.test>\r\nRCPT TO:<mallory@evil.test' } });
    await work(mailer, { mailId: id });
    expect(await shown(id)).toMatchObject({ state: 'refused' });
    expect(received).toEqual([]);
  });
});

test('mails that were settled are forgotten after 90 days; those that wait are not', async () => {
  const { mailer } = await post();
  const [sent, waiting] = [await queued(), await queued()];
  await work(mailer, { mailId: sent });
  const there = () =>
    Promise.all([sent, waiting].map(async (id) => (await server.call(admin, 'GET', `/mails/${id}`)).status));
  server.clock.moveTo(server.clock.now().add({ hours: 90 * 24 }));
  await work(mailer, {}, 'forget-mails');
  expect(await there()).toEqual([200, 200]);
  server.clock.moveTo(server.clock.now().add({ hours: 1 }));
  await work(mailer, {}, 'forget-mails');
  expect(await there()).toEqual([404, 200]);
});

describe('a mail with a one-time link', () => {
  const path = (n: number) => `/invitations/${'k'.repeat(40)}${n}`;
  const invite = async (n: number, hours = 24) => {
    const account = await server.account('Cedar');
    const person = await server.customer(`Ines Invited${'i'.repeat(n)}`, account, 'stakeholder');
    return {
      kind: 'invitation',
      personId: person.id,
      path: path(n),
      expiresAt: server.clock.now().add({ hours }).toString(),
    };
  };
  const written = async () => (await server.call(admin, 'GET', '/mails?limit=200')).body.rows.length as number;
  const last = async () => (await server.call(admin, 'GET', '/mails?limit=1')).body.rows[0].id as string;

  test('is laid out once, however often its job is done, and its text is forgotten once it is sent', async () => {
    const { mailer, received } = await post();
    const payload = await invite(1);
    const before = await written();
    await work(mailer, payload);
    await work(mailer, payload);
    expect(await written()).toBe(before + 1);
    const id = await last();
    const mail = await shown(id);
    expect(mail).toMatchObject({ isSecret: true, subject: 'Tamarack invites you' });
    expect(mail.text).toContain(`https://desk.example${path(1)}`);
    expect(mail.text).toMatch(/until \w{3},? \d+ \w+ \d{4},? \d\d:\d\d \(UTC\)/);
    const toToken = await server.db.read(SYSTEM, (tx) => showMail(tx, id, false));
    expect(toToken).toMatchObject({ value: { text: null, html: null } });
    await work(mailer, { mailId: id });
    expect(received.length).toBe(1);
    expect(await shown(id)).toMatchObject({ state: 'sent', text: null, html: null });
  });

  test('is not sent once the link has expired', async () => {
    const { mailer, received } = await post();
    await work(mailer, await invite(2, 1));
    const id = await last();
    server.clock.moveTo(server.clock.now().add({ hours: 1 }));
    await work(mailer, { mailId: id });
    expect(await shown(id)).toMatchObject({ state: 'refused', error: expect.stringContaining('expired'), text: null });
    expect(received).toEqual([]);
  });

  test.each([
    ['password-reset', 3],
    ['added-to-account', 4],
    ['password-changed', 5],
  ] as const)('%s has words', async (kind, n) => {
    const { expiresAt: _none, ...payload } = await invite(n);
    await work(undefined, { ...payload, kind, path: '/profile' });
    const mail = await shown(await last());
    expect(mail.text).toContain('https://desk.example/profile');
    expect(mail.isSecret).toBe(false);
  });

  test('a payload that says nothing sensible fails without quoting it', async () => {
    const failing = work(undefined, { kind: 'invitation', personId: 'x', path: 'https://secret.example/token' });
    await expect(failing).rejects.toThrow(/^(?!.*secret).*$/s);
  });
});
