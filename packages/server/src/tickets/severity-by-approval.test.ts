/** Another severity by a further case of the description, which somebody has to approve (AC11). */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../../../../tests/support/desk.ts';
import type { Person, TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let manager: Person;
let lead: Person;
let accountId: string;
let submit: Desk['submit'];
let ticket: { readonly id: string; readonly reference: number };
beforeAll(async () => {
  ({ server, engineer, lead, accountId, submit } = await startDesk());
  manager = await server.staff('Mara Manager', 'team-lead');
  await server.serves(engineer, accountId, 'support-engineer');
  await server.serves(manager, accountId, 'team-lead');
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.moveTo(Temporal.Instant.from('2026-06-01T08:00:00Z'));
  ticket = (await submit({ subject: 'The trade fair', body: 'It opens at noon.', severity: 3 })).body;
});

const on = (by: Person, method: string, path: string, body?: object) =>
  server.call(by, method, `/accounts/${accountId}/tickets/${ticket.id}${path}`, { body });
const pass = (minutes: number) => server.clock.moveTo(server.clock.now().add({ minutes }));
const propose = (by: Person = engineer, more: object = {}) =>
  on(by, 'POST', '/severity-proposal', { severity: 1, also: 0, reason: 'Their board is watching.', ...more });
const decide = (by: Person, body: object) => on(by, 'POST', '/severity-proposal/decision', body);
async function told(person: Person): Promise<{ kind: string; ticketId: string | null }[]> {
  const { body } = await server.call(person, 'GET', '/me/notifications?unread=true&limit=100');
  await server.call(person, 'POST', '/me/notifications/read', { body: { all: true } });
  return body.rows.map(({ kind, ticketId }: { kind: string; ticketId: string | null }) => ({ kind, ticketId }));
}

test('what needs an approval is a proposal: the approver is told, both sides see it wait, no clock changes', async () => {
  await told(manager);
  const before = (await on(lead, 'GET', '')).body;
  const { status, body } = await propose();
  expect(status).toBe(200);
  expect(body.proposal).toMatchObject({
    ...{
      severity: 1,
      name: 'Business standstill',
      because: 'The request of an important client, if management approves.',
    },
    ...{
      approver: 'Team lead or manager',
      approvers: ['Mara Manager'],
      mayDecide: false,
      by: { name: 'Erin Engineer' },
    },
  });
  expect(await told(manager)).toEqual([{ kind: 'ticket.severity-change-proposed', ticketId: ticket.id }]);
  const { body: seen } = await on(lead, 'GET', '/terms');
  expect(seen.proposal).toMatchObject({
    reason: 'Their board is watching.',
    approvers: ['Mara Manager'],
    mayDecide: false,
  });
  expect((await on(lead, 'GET', '')).body).toMatchObject({ severity: 3, next: before.next });
  expect((await propose()).body.code).toBe('state.not-possible');
});

test('approved: the severity changes at that instant, and its targets count from the same start', async () => {
  await propose();
  await told(engineer);
  pass(10);
  const refused = await decide(engineer, { approve: true });
  expect(refused.body).toMatchObject({ code: 'access.denied', detail: 'This is for Mara Manager to decide.' });
  expect((await decide(lead, { approve: true })).body.code).toBe('access.denied');
  const { body } = await decide(manager, { approve: true, note: 'We promised it.' });
  expect(body.proposal).toBeNull();
  expect((await on(lead, 'GET', '')).body).toMatchObject({ severity: 1, next: { dueAt: '2026-06-01T08:30:00Z' } });
  const { body: facts } = await server.call(lead, 'GET', `/accounts/${accountId}/facts?subjectId=${ticket.id}`);
  expect(facts.rows.filter(({ by }: { by: string | null }) => by === 'Mara Manager')).toMatchObject([
    {
      fact: 'incident.severity-changed',
      at: '2026-06-01T08:10:00Z',
      note: 'Their board is watching.\n\nWe promised it.',
    },
  ]);
  expect(await told(engineer)).toContainEqual({ kind: 'ticket.severity-changed', ticketId: ticket.id });
  expect((await decide(manager, { approve: true })).body.code).toBe('state.not-possible');
  const { body: verified } = await server.call(manager, 'POST', `/accounts/${accountId}/verification`);
  expect(verified.differences).toEqual([]);
});

test('declined with a reason, which whoever asked is told; the severity stays, and it can be asked for anew', async () => {
  await propose(lead);
  await told(lead);
  expect((await decide(manager, { approve: false })).body.code).toBe('value.not-allowed');
  expect((await decide(manager, { approve: false, note: 'A fair is no standstill.' })).body.proposal).toBeNull();
  expect((await on(lead, 'GET', '')).body.severity).toBe(3);
  expect(await told(lead)).toEqual([{ kind: 'ticket.severity-change-declined', ticketId: ticket.id }]);
  const { body: facts } = await server.call(lead, 'GET', `/accounts/${accountId}/facts?subjectId=${ticket.id}`);
  expect(facts.rows[0]).toMatchObject({
    ...{ fact: 'incident.severity-change-declined', note: 'A fair is no standstill.' },
    says: 'the severity change of the incident was declined',
  });
  expect((await propose()).status).toBe(200);
});

describe('nothing is left to be decided', () => {
  test('once the facts gave it another severity, or it ended', async () => {
    await propose();
    await on(engineer, 'POST', '/severity', { severity: 2, reason: 'A major function fails.' });
    expect((await on(manager, 'GET', '/terms')).body.proposal).toBeNull();
    await propose();
    await on(engineer, 'POST', '/ending', { how: 'resolved', because: 'fixed', note: 'The fair is over.' });
    await on(lead, 'POST', '/reopening', { reason: 'Another one.' });
    expect((await on(manager, 'GET', '/terms')).body.proposal).toBeNull();
  });
});

describe('withdrawn by whoever asked for it', () => {
  const withdraw = (by: Person, body: object = {}) => on(by, 'POST', '/severity-proposal/withdrawal', body);
  async function notices(): Promise<unknown[]> {
    const { body } = await server.call(manager, 'GET', '/me/notifications?limit=1');
    return body.rows.map(({ kind, says }: { kind: string; says: string }) => [kind, says]);
  }

  test('a fact that both sides read in the history; nothing else changes, and it can be asked for anew', async () => {
    const { body: asked } = await propose(lead);
    expect(asked.proposal.mayWithdraw).toBe(true);
    expect((await on(engineer, 'GET', '/terms')).body.proposal.mayWithdraw).toBe(false);
    expect((await withdraw(engineer)).body).toMatchObject({
      ...{ code: 'access.denied', detail: 'Lena Lead asked for it, and alone can withdraw it.' },
    });
    const { body } = await withdraw(lead, { note: 'The fair is cancelled.', proposalId: asked.proposal.id });
    expect(body.proposal).toBeNull();
    expect((await on(engineer, 'GET', '')).body).toMatchObject({ severity: 3, waitsForApproval: false });
    for (const person of [lead, engineer]) {
      const { body: facts } = await server.call(person, 'GET', `/accounts/${accountId}/facts?subjectId=${ticket.id}`);
      expect(facts.rows[0]).toMatchObject({
        ...{ fact: 'incident.severity-change-withdrawn', by: 'Lena Lead', note: 'The fair is cancelled.' },
        says: 'the severity change of the incident was withdrawn',
      });
    }
    expect((await propose()).status).toBe(200);
    // Tests before this one were at a later hour.
    pass(60);
    const { body: verified } = await server.call(manager, 'POST', `/accounts/${accountId}/verification`);
    expect(verified.differences).toEqual([]);
  });

  test('the approver’s notice turns to it, and no mail says that something waits', async () => {
    const mails = () =>
      server.db.read(SYSTEM, (tx) =>
        tx.first<{ many: number }>(sql`select count(*)::int as many from notification
          where person_id = ${manager.id} and title like ${`#${ticket.reference} %`} and mailed_at is null`),
      );
    await told(manager);
    await propose();
    expect(await notices()).toEqual([
      ['ticket.severity-change-proposed', 'Another severity of a ticket waits for your approval'],
    ]);
    expect((await mails())?.many).toBe(1);
    await withdraw(engineer);
    expect(await notices()).toEqual([
      ['ticket.severity-change-withdrawn', 'Another severity of a ticket was asked for, and withdrawn'],
    ]);
    expect((await mails())?.many).toBe(0);
    // So does what ended in another way.
    await propose();
    await on(engineer, 'POST', '/severity', { severity: 2, reason: 'On the facts.' });
    expect(await notices()).toContainEqual([
      'ticket.severity-change-settled',
      'Another severity of a ticket was asked for, and is settled',
    ]);
  });

  test('whoever acts on what they read before is refused, and is told why', async () => {
    const { body: first } = await propose();
    await withdraw(engineer);
    const stale = await decide(manager, { approve: true, proposalId: first.proposal.id });
    expect([stale.status, stale.body]).toMatchObject([
      409,
      {
        code: 'state.not-possible',
        detail: 'Nothing waits for an approval here any more: it was answered or withdrawn.',
        remedy: expect.stringMatching(/./),
      },
    ]);
    expect((await withdraw(engineer)).body.code).toBe('state.not-possible');
    const { body: second } = await propose(lead, { reason: 'Once more.' });
    const other = await decide(manager, { approve: true, proposalId: first.proposal.id });
    expect(other.body.detail).toBe('What you read was answered or withdrawn, and something else waits. Read it first.');
    expect((await withdraw(lead, { proposalId: first.proposal.id })).body.code).toBe('state.not-possible');
    expect((await on(lead, 'GET', '/terms')).body.proposal.id).toBe(second.proposal.id);
    expect((await decide(manager, { approve: true, proposalId: second.proposal.id })).body.proposal).toBeNull();
    expect((await on(lead, 'GET', '')).body.severity).toBe(1);
  });
});

test('only what the description knows can be asked for, of the severity that it is not yet', async () => {
  expect((await propose(engineer, { severity: 2 })).body.code).toBe('value.not-allowed');
  expect((await propose(engineer, { also: 1 })).body.code).toBe('value.not-allowed');
  await on(engineer, 'POST', '/severity', { severity: 1, reason: 'All is down.' });
  expect((await propose()).body.code).toBe('state.not-possible');
  const { body } = await on(lead, 'GET', '/terms');
  expect(body.severities[0].also).toEqual([
    { says: 'The request of an important client, if management approves.', approver: 'Team lead or manager' },
  ]);
});

test('where the account has nobody for the role, the leads of the house decide', async () => {
  await server.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`delete from account_team where account_id = ${accountId}`);
    return { ok: true };
  });
  await told(manager);
  expect((await propose()).body.proposal.approvers).toEqual(['Mara Manager']);
  expect(await told(manager)).toEqual([{ kind: 'ticket.severity-change-proposed', ticketId: ticket.id }]);
});
