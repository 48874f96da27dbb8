/** Who is told of what happens to a ticket, in the application and by mail, and who is not. */
import sql from 'sql-template-tag';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from './support/agreed-account.ts';
import { entitle } from './support/entitle.ts';
import { type Person, startTestApplication, type TestApplication } from './support/test-application.ts';
import { mailTasks } from '../packages/server/src/notifications/index.ts';
import { wakeAccounts } from '../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../packages/server/src/platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let colleague: Person;
let outsider: Person;
let lead: Person;
let second: Person;
let accountId: string;
let contractId: string;
let letter = '`';
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  outsider = await server.staff('Olaf Outsider', 'support-engineer');
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.moveTo(Temporal.Instant.from('2026-06-01T08:00:00Z'));
  letter = String.fromCharCode(letter.charCodeAt(0) + 1);
  ({ accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', {
    ...ALMACARE,
    name: `Alder ${letter}`,
  }));
  engineer = await server.staff(`Erin ${letter}`, 'support-engineer');
  colleague = await server.staff(`Carl ${letter}`, 'support-engineer');
  lead = await server.customer(`Lena ${letter}`, accountId, 'technical-lead');
  second = await server.customer(`Sven ${letter}`, accountId, 'technical-lead');
  for (const person of [engineer, colleague]) await server.serves(person, accountId, 'support-engineer');
  await entitle(server, accountId, lead);
});

function write(statement: ReturnType<typeof sql>) {
  return server.db.write(SYSTEM, async (tx) => {
    await tx.run(statement);
    return { ok: true };
  });
}
const submit = async () =>
  (
    await server.call(lead, 'POST', `/accounts/${accountId}/tickets`, {
      body: { contractId, kind: 'incident', subject: 'Nothing boots', body: 'Since *noon*.', severity: 1 },
    })
  ).body;
const on = (id: string, by: Person, method: string, path: string, body?: object, headers = {}) =>
  server.call(by, method, `/accounts/${accountId}/tickets/${id}${path}`, { body, headers });
const pass = (minutes: number) => server.clock.moveTo(server.clock.now().add({ minutes }));

/** What a person was told of tickets since, the kinds in their order; reads it. */
async function told(person: Person): Promise<string[]> {
  const { body } = await server.call(person, 'GET', '/me/notifications?unread=true&limit=100');
  await server.call(person, 'POST', '/me/notifications/read', { body: { all: true } });
  return body.rows
    .map(({ kind }: { kind: string }) => kind)
    .filter((kind: string) => kind.startsWith('ticket.'))
    .toReversed();
}

describe('are told', () => {
  test('the desk of the account of a new ticket, and of an answer until somebody has taken it', async () => {
    const ticket = await submit();
    expect([await told(engineer), await told(colleague), await told(outsider), await told(lead)]).toEqual([
      ['ticket.received'],
      ['ticket.received'],
      [],
      [],
    ]);
    await on(ticket.id, lead, 'POST', '/messages', { body: 'It is worse now.' });
    expect(await told(colleague)).toEqual(['ticket.replied']);
    const { version } = (await on(ticket.id, engineer, 'GET', '')).body;
    await told(engineer);
    const taken = await on(
      ticket.id,
      colleague,
      'PATCH',
      '',
      { assigneeId: engineer.id },
      { 'if-match': `"${version}"` },
    );
    expect(taken.status).toBe(200);
    await on(ticket.id, lead, 'POST', '/messages', { body: 'And worse.' });
    expect([await told(engineer), await told(colleague)]).toEqual([['ticket.assigned', 'ticket.replied'], []]);
  });

  test('requester and followers of replies, hand-over, resolution; each once, and nobody of what they did', async () => {
    const ticket = await submit();
    await on(ticket.id, second, 'PUT', '/followers/me');
    await on(ticket.id, engineer, 'POST', '/acknowledgement');
    await on(ticket.id, engineer, 'POST', '/messages', { body: 'Which kernel?', handTo: 'customer' });
    await on(ticket.id, lead, 'POST', '/messages', { body: 'This one.' });
    await on(ticket.id, engineer, 'POST', '/ending', { how: 'resolved', because: 'fixed', note: 'Done.' });
    const kinds = ['ticket.acknowledged', 'ticket.handed-to-customer', 'ticket.resolved'];
    expect(await told(lead)).toEqual(kinds);
    expect(await told(second)).toEqual([...kinds.slice(0, 2), 'ticket.replied', 'ticket.resolved']);
  });

  test('the customer of a closing by timeout, which nobody did', async () => {
    const ticket = await submit();
    await on(ticket.id, engineer, 'POST', '/side', { side: 'customer', reason: 'We need the log.' });
    await told(lead);
    pass(7 * 24 * 60 + 1);
    await wakeAccounts(server.db, server.clock.now(), (_account, error) => {
      throw error;
    });
    expect(await told(lead)).toContain('ticket.closed');
  });

  test('the provider’s followers alone of an internal note', async () => {
    const ticket = await submit();
    await on(ticket.id, colleague, 'PUT', '/followers/me');
    await told(colleague);
    await on(ticket.id, engineer, 'POST', '/messages', { body: 'Not for them', audience: 'internal' });
    expect([await told(colleague), await told(lead)]).toEqual([['ticket.noted'], []]);
  });

  test('whoever is mentioned of that alone, and only those who can read it', async () => {
    const ticket = await submit();
    await told(colleague);
    const mention = (who: Person, audience: string) =>
      on(ticket.id, engineer, 'POST', '/messages', { body: `@${who.name}?`, audience, mentions: [who.id] });
    expect((await mention(lead, 'internal')).body.code).toBe('value.not-allowed');
    expect((await mention(colleague, 'internal')).status).toBe(201);
    expect((await mention(lead, 'shared')).status).toBe(201);
    expect([await told(colleague), await told(lead)]).toEqual([
      ['ticket.mentioned', 'ticket.replied'],
      ['ticket.mentioned'],
    ]);
    const { body } = await on(ticket.id, colleague, 'GET', '');
    expect(body.following).toBe(true);
  });
});

describe('of what is done to many and taken back', () => {
  const change = async (ids: readonly string[], action: object, takesBack = false) => {
    const tickets = ids.map((ticketId) => ({ accountId, ticketId }));
    const { body } = await server.call(engineer, 'POST', '/tickets/changes', { body: { tickets, action, takesBack } });
    expect(body.results.map(({ refusal }: { refusal: unknown }) => refusal)).toEqual(ids.map(() => null));
  };
  const give = (ids: readonly string[], to: Person, takesBack = false) =>
    change(ids, { do: 'assign', assigneeId: to.id }, takesBack);

  test('nobody has news of what they had before, nor of what was never told', async () => {
    const ids = [(await submit()).id, (await submit()).id];
    await give(ids, colleague);
    expect(await told(colleague)).toEqual(['ticket.received', 'ticket.received', 'ticket.assigned', 'ticket.assigned']);
    const before = await mailed(colleague);
    await give(ids, outsider);
    expect(await told(outsider)).toEqual(['ticket.assigned', 'ticket.assigned']);
    await give(ids, engineer);
    await give(ids, outsider, true);
    expect(await told(outsider)).toEqual([]);
    await give(ids, colleague, true);
    expect([await told(colleague), (await mailed(colleague)).length]).toEqual([[], before.length]);
  });

  test('a notice that nobody has read or was mailed goes; who has learnt of the first hears of the second', async () => {
    const { id } = await submit();
    await on(id, second, 'PUT', '/followers/me');
    await told(second);
    const side = { do: 'hand-over', side: 'customer', reason: 'We need the log.' };
    await change([id], side);
    await told(second);
    await change([id], { ...side, side: 'provider' }, true);
    expect([await told(lead), await told(second)]).toEqual([[], ['ticket.handed-to-provider']]);
    await on(id, engineer, 'POST', '/messages', { body: 'It is found.' });
    await give([id], colleague);
    await change([id], { do: 'assign', assigneeId: null }, true);
    // What else was told meanwhile stays.
    expect([await told(colleague), await told(lead)]).toEqual([['ticket.received'], ['ticket.replied']]);
  });

  test('what takes nothing back is news, whatever it is called', async () => {
    const { id } = await submit();
    await told(colleague);
    await give([id], colleague, true);
    expect(await told(colleague)).toEqual(['ticket.assigned']);
  });
});

describe('where staff see only the accounts that they serve', () => {
  beforeEach(() => server.setting('staff-see', 'served'));
  afterEach(() => server.setting('staff-see', 'all'));

  test('a new ticket of an account without engineers of its own is told to who can open it, and always to somebody', async () => {
    const administrator = await server.staff(`Ada ${letter}`, 'administrator');
    const manager = await server.staff(`Mia ${letter}`, 'service-manager');
    await server.serves(manager, accountId, 'service-manager');
    await write(sql`delete from account_team where account_id = ${accountId} and role = 'support-engineer'`);
    await submit();
    const everybody = () =>
      Promise.all([outsider, engineer, manager, administrator].map(async (person) => (await mailed(person)).length));
    expect(await everybody()).toEqual([0, 0, 1, 0]);
    await write(sql`delete from account_team where account_id = ${accountId}`);
    await submit();
    expect(await everybody()).toEqual([0, 0, 1, 1]);
    await server.setting('staff-see', 'all');
    await submit();
    expect(await everybody()).toEqual([1, 1, 1, 1]);
  });

  test('whoever serves the account no more is told of nothing that they follow', async () => {
    const ticket = await submit();
    await on(ticket.id, colleague, 'PUT', '/followers/me');
    const before = (await mailed(colleague)).length;
    await write(sql`delete from account_team where account_id = ${accountId} and person_id = ${colleague.id}`);
    await on(ticket.id, lead, 'POST', '/messages', { body: 'It is worse now.' });
    await on(ticket.id, engineer, 'POST', '/messages', { body: 'Not for them', audience: 'internal' });
    expect((await mailed(colleague)).length).toBe(before);
  });
});

/** What is kept to be told, also to be mailed: the application shows of it what the person may see. */
const mailed = (person: Person) =>
  server.db.read(SYSTEM, (tx) =>
    tx.rows(
      sql`select id from notification where person_id = ${person.id} and account_id = ${accountId} and kind like 'ticket.%'`,
    ),
  );

test('the mail of a hand-over gives the reason and until when, in the reader’s zone', async () => {
  const ticket = await submit();
  await write(sql`update person set zone = 'Europe/Berlin' where id = ${lead.id}`);
  await on(ticket.id, engineer, 'POST', '/messages', { body: 'Noted among us', audience: 'internal' });
  await on(ticket.id, engineer, 'POST', '/side', { side: 'customer', reason: 'We need the log.' });
  await mailTasks({ mailer: undefined, publicUrl: 'https://desk.example', from: { address: 'desk@provider.test' } })[
    'mail-notifications'
  ]?.(
    { personId: lead.id },
    { db: server.db, now: server.clock.now(), signal: new AbortController().signal, attempt: 1 },
  );
  const [mail] = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ subject: string; text: string }>(sql`select subject, text from mail where person_id = ${lead.id}`),
  );
  expect(mail?.subject).toBe(`A ticket waits for the customer: #${ticket.reference} Nothing boots`);
  expect(mail?.text).toContain('We need the log.');
  expect(mail?.text).toMatch(/8 Jun 2026,? 10:00 \(Europe\/Berlin\)/);
  expect(mail?.text).toContain(`https://desk.example/accounts/${accountId}/tickets/${ticket.id}`);
});
