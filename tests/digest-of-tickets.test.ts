/**
 * The daily mail about tickets: at 08:00 where its reader is, also where the clocks change; only the kinds that were chosen for
 * it; each thing in one mail, whoever sends it; and nothing that is not the reader's.
 */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from './support/agreed-account.ts';
import { entitle } from './support/entitle.ts';
import { type Person, startTestApplication, type TestApplication } from './support/test-application.ts';
import { mailTasks } from '../packages/server/src/notifications/index.ts';
import { SYSTEM } from '../packages/server/src/platform/database/actor.ts';

/** A Saturday; in the night that follows, the clocks of New York go back. */
const START = '2026-10-31T15:00:00Z';

type Desk = { readonly accountId: string; readonly contractId: string; readonly lead: Person };
let server: TestApplication;
let engineer: Person;
let alder: Desk;
let birch: Desk;
let tests = 0;
beforeAll(async () => {
  server = await startTestApplication(START);
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.moveTo(Temporal.Instant.from(START));
  const letter = String.fromCharCode(97 + tests++);
  engineer = await server.staff(`Erin ${letter}`, 'support-engineer');
  [alder, birch] = [await desk(`Alder ${letter}`), await desk(`Birch ${letter}`)];
});

async function desk(name: string): Promise<Desk> {
  const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name });
  const lead = await server.customer(`Lead of ${name}`, account.accountId, 'technical-lead');
  await server.serves(engineer, account.accountId, 'support-engineer');
  await entitle(server, account.accountId, lead);
  return { ...account, lead };
}

async function write(statement: ReturnType<typeof sql>): Promise<void> {
  await server.db.write(SYSTEM, async (tx) => {
    await tx.run(statement);
    return { ok: true };
  });
}
const livesIn = (person: Person, zone: string) => write(sql`update person set zone = ${zone} where id = ${person.id}`);
const wantsDaily = (person: Person) =>
  write(sql`update person set preferences = '{"mails": "daily"}' where id = ${person.id}`);
const choose = (person: Person, kinds: Record<string, string>) =>
  server.call(person, 'PUT', '/me/notification-preferences', { body: { kinds } });

async function submit({ accountId, contractId, lead }: Desk, subject: string): Promise<string> {
  const body = { contractId, kind: 'incident', subject, body: 'Since noon.', severity: 3 };
  const made = await server.call(lead, 'POST', `/accounts/${accountId}/tickets`, { body });
  expect(made.status).toBe(201);
  return made.body.id;
}
async function say({ accountId }: Desk, ticketId: string, by: Person, body: string, audience = 'shared') {
  const path = `/accounts/${accountId}/tickets/${ticketId}/messages`;
  expect((await server.call(by, 'POST', path, { body: { body, audience } })).status).toBe(201);
}

type Mail = { readonly subject: string; readonly text: string };
/** Several workers look at the same time; the mails to the person that were not there before. */
async function workAt(person: Person, at: string): Promise<Mail[]> {
  server.clock.moveTo(Temporal.Instant.from(at));
  const before = (await mailsTo(person)).length;
  const tasks = mailTasks({
    mailer: undefined,
    publicUrl: 'https://desk.example',
    from: { address: 'desk@provider.test' },
  });
  const work = () =>
    tasks['mail-notifications']?.(
      { personId: person.id },
      { db: server.db, now: server.clock.now(), signal: new AbortController().signal, attempt: 1 },
    );
  await Promise.all([work(), work(), work()]);
  return (await mailsTo(person)).slice(before);
}
function mailsTo(person: Person): Promise<Mail[]> {
  return server.db.read(SYSTEM, (tx) =>
    tx.rows<Mail>(sql`select subject, text from mail where person_id = ${person.id} order by created_at, id`),
  );
}
/** When somebody looks again for the daily mail of a person. */
async function looksAgainAt(person: Person): Promise<string | undefined> {
  const [job] = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ at: string }>(sql`select run_at as at from list_jobs(null, null, 10000) where task = 'mail-notifications'
      and about ->> 'personId' = ${person.id} order by run_at desc limit 1`),
  );
  return job?.at;
}
const many = (text: string, word: string) => text.split(word).length - 1;

test('comes once at 08:00 where the reader is, though the clocks go back in between, with all of the day', async () => {
  await livesIn(engineer, 'America/New_York');
  await wantsDaily(engineer);
  const first = await submit(alder, 'Nothing boots');
  await submit(birch, 'Disk full');
  expect(await workAt(engineer, '2026-10-31T15:01:00Z')).toEqual([]);
  expect(await looksAgainAt(engineer)).toBe('2026-11-01T13:00:00Z');
  await say(alder, first, alder.lead, 'It is worse now.');
  // 08:00 by the clocks of the summer.
  expect(await workAt(engineer, '2026-11-01T12:00:00Z')).toEqual([]);
  const [mail, ...others] = await workAt(engineer, '2026-11-01T13:00:00Z');
  expect(others).toEqual([]);
  expect(mail?.subject).toBe('2 new, 1 replied to: 2 accounts');
  expect([many(mail?.text ?? '', 'Nothing boots'), many(mail?.text ?? '', 'Disk full')]).toEqual([2, 1]);
  // Each once: the next day has only what came since.
  await say(alder, first, alder.lead, 'And worse.');
  expect(await workAt(engineer, '2026-11-01T13:01:00Z')).toEqual([]);
  expect(await looksAgainAt(engineer)).toBe('2026-11-02T13:00:00Z');
  const next = await workAt(engineer, '2026-11-02T13:00:00Z');
  // Nobody answered in time, which the second word brought to light.
  expect(next.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^1 replied to, 1 broken: Alder/)]);
  expect(await workAt(engineer, '2026-11-03T13:00:00Z')).toEqual([]);
});

test('leaves out what comes at once, what is never mailed, and what was read meanwhile', async () => {
  const daily = { 'ticket.replied': 'daily', 'ticket.acknowledged': 'never', 'ticket.handed-to-customer': 'at-once' };
  expect((await choose(alder.lead, { ...daily, 'ticket.resolved': 'daily' })).status).toBe(200);
  await livesIn(alder.lead, 'Asia/Tokyo');
  const ticket = await submit(alder, 'Nothing boots');
  const path = `/accounts/${alder.accountId}/tickets/${ticket}`;
  await server.call(engineer, 'POST', `${path}/acknowledgement`, { body: {} });
  await say(alder, ticket, engineer, 'We look.');
  await server.call(engineer, 'POST', `${path}/side`, { body: { side: 'customer', reason: 'We need the log.' } });
  const atOnce = await workAt(alder.lead, '2026-10-31T15:01:00Z');
  expect(atOnce.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^A ticket waits for the customer: #\d+ Nothing boots$/),
  ]);
  await server.call(engineer, 'POST', `${path}/ending`, { body: { how: 'resolved', because: 'fixed', note: 'Done.' } });
  const { body } = await server.call(alder.lead, 'GET', '/me/notifications?unread=true');
  const read = body.rows.filter(({ kind }: { kind: string }) => kind === 'ticket.resolved');
  await server.call(alder.lead, 'POST', '/me/notifications/read', { body: { ids: read.map(({ id }: Person) => id) } });
  const [mail, ...others] = await workAt(alder.lead, '2026-10-31T23:00:00Z');
  expect([mail?.subject, others]).toEqual([expect.stringMatching(/^A reply on a ticket: #\d+ Nothing boots$/), []]);
});

test('has nothing of another account, of one that was left, or of what the provider says to itself', async () => {
  await wantsDaily(alder.lead);
  // Until the evening the reader also belongs to the other customer.
  await write(sql`insert into membership (account_id, person_id, role, since)
    values (${birch.accountId}, ${alder.lead.id}, 'technical-lead', now())`);
  const [own, foreign] = [await submit(alder, 'Nothing boots'), await submit(birch, 'Secret merger')];
  const follow = `/accounts/${birch.accountId}/tickets/${foreign}/followers/me`;
  expect((await server.call(alder.lead, 'PUT', follow)).status).toBe(204);
  await say(alder, own, engineer, 'Which kernel?');
  await say(alder, own, engineer, 'They run an old one.', 'internal');
  await say(birch, foreign, engineer, 'About the merger.');
  const told = async () => {
    const { body } = await server.call(alder.lead, 'GET', '/me/notifications?unread=true');
    return body.rows.map(({ kind }: { kind: string }) => kind);
  };
  expect(await told()).toEqual(['ticket.replied', 'ticket.replied']);
  await write(sql`delete from membership where person_id = ${alder.lead.id} and account_id = ${birch.accountId}`);
  await say(birch, foreign, engineer, 'Since you left.');
  const [mail, ...others] = await workAt(alder.lead, '2026-11-01T08:00:00Z');
  expect([mail?.subject, others]).toEqual([expect.stringMatching(/^A reply on a ticket: #\d+ Nothing boots$/), []]);
  expect(mail?.text).toContain('Which kernel?');
  expect(mail?.text).not.toMatch(/merger|old one|Since you left/);
  // Nor does it come back with the membership.
  await write(sql`insert into membership (account_id, person_id, role, since)
    values (${birch.accountId}, ${alder.lead.id}, 'technical-lead', now())`);
  expect(await workAt(alder.lead, '2026-11-02T08:00:00Z')).toEqual([]);
});
