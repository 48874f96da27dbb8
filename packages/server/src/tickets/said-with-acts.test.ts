/** What is said with an act stands in the conversation, with how it came in. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM, type Actor } from '../platform/database/actor.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { endTicket, reopenTicket } from './end-ticket.ts';
import { messagePage } from './ticket-views.ts';
import { acknowledge } from './work-on-ticket.ts';

let server: TestApplication;
beforeAll(async () => {
  server = await startTestApplication();
});
afterAll(() => server.stop());

test('a program that acts for somebody is named as what it is, in each message', async () => {
  const { accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  const { id: personId } = await server.staff('Erin Engineer', 'support-engineer');
  const ids = { accountId, ticketId: uuid() };
  const first = { accountId, contractId, fact: 'incident.received', subjectId: ids.ticketId, data: { severity: 2 } };
  const now = server.clock.now();
  await server.db.write(SYSTEM, (tx) => recordFacts(tx, [first], { side: 'provider', via: 'test' }, now));
  const visitor: Visitor = {
    ...{ personId, name: 'Erin Engineer', side: 'provider', via: 'token', credentialId: uuid(), scopes: undefined },
    ...{ staffRoles: ['support-engineer'], accountRoles: new Map(), seesAll: true, lacksSecondFactor: false },
  };
  const actor: Actor = { personId, side: 'provider', accounts: [accountId], via: 'token' };
  const by = { visitor, actor, now };
  const acts = [
    await server.db.write(actor, (tx) => acknowledge(tx, ids, by)),
    await server.db.write(actor, (tx) =>
      endTicket(tx, ids, { how: 'resolved', because: 'fixed', note: 'It was the fuse.' }, by),
    ),
    await server.db.write(actor, (tx) => reopenTicket(tx, ids, { reason: 'It was not.' }, by)),
  ];
  expect(acts.map(({ ok }) => ok)).toEqual([true, true, true]);
  const { rows } = await server.db.read(actor, (tx) => messagePage(tx, { ...ids, limit: 10 }));
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map(({ via }) => via))).toEqual(new Set(['api']));
});
