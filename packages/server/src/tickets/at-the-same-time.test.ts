/** Two transactions at one ticket: whoever comes second waits or leaves it to the first, and neither is ended for the other. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { entitle } from '../../../../tests/support/entitle.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import type { NewFact } from '../journal/index.ts';
import { recordFacts, verifyAccount, wakeAccounts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { lockTicket } from './ticket-store.ts';

let server: TestApplication;
let lead: Person;
let accountId: string;
let contractId: string;
let ticketId: string;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  ({ accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE));
  lead = await server.customer('Lena Lead', accountId, 'technical-lead');
  await entitle(server, accountId, lead);
});
afterAll(() => server.stop());
beforeEach(async () => {
  const body = { contractId, kind: 'incident', subject: 'Down', body: 'Since noon.', severity: 1 };
  ticketId = (await server.call(lead, 'POST', `/accounts/${accountId}/tickets`, { body })).body.id;
});

const ON = { side: 'provider', via: 'test' } as const;
const record = (tx: Parameters<typeof recordFacts>[0], fact: string, more: Partial<NewFact> = {}) =>
  recordFacts(tx, [{ accountId, contractId, fact, subjectId: ticketId, ...more }], ON, server.clock.now());
const asProgram = { ...SYSTEM, accounts: [] as string[] };

/** Somebody who has the ticket, and once another one was let in and is done or waits, does something with it. */
async function meanwhile(other: () => Promise<unknown>, fact = 'incident.replied'): Promise<void> {
  const [locked, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = server.db.write({ ...asProgram, accounts: [accountId] }, async (tx) => {
    await lockTicket(tx, accountId, ticketId);
    locked.resolve();
    await goOn.promise;
    return record(tx, fact);
  });
  await locked.promise;
  const late = { done: false };
  const second = other().finally(() => {
    late.done = true;
  });
  const waiting = () =>
    server.db.read(SYSTEM, (tx) =>
      tx.rows(
        sql`select from pg_locks l join pg_stat_activity a on a.pid = l.pid where a.datname = current_database() and not l.granted`,
      ),
    );
  await expect.poll(async () => late.done || (await waiting()).length > 0).toBe(true);
  goOn.resolve();
  await Promise.all([first, second]);
  const { differences } = await server.db.read(SYSTEM, (tx) => verifyAccount(tx, accountId, server.clock.now()));
  expect(differences).toEqual([]);
}

test('the watcher leaves a ticket that somebody has to whoever has it', async () => {
  server.clock.moveTo(server.clock.now().add({ minutes: 31 }));
  const failures: unknown[] = [];
  await meanwhile(() => wakeAccounts(server.db, server.clock.now(), (_account, error) => failures.push(error)));
  expect(failures).toEqual([]);
  const { body } = await server.call(lead, 'GET', `/accounts/${accountId}/tickets/${ticketId}`);
  expect(body.breached).toBe(true);
});

test.for(['incident.reproduction-failed', 'incident.replied'])('a fact by hand waits for it: %s', async (fact) => {
  await meanwhile(() => server.db.write({ ...asProgram, accounts: [accountId] }, (tx) => record(tx, fact)));
});

test('a move of the contract waits for it', async () => {
  const move = { subjectId: contractId, data: { level: 'essential' } };
  await meanwhile(() =>
    server.db.write({ ...asProgram, accounts: [accountId] }, (tx) => record(tx, 'contract.moved', move)),
  );
});

test('a licence that opens the gate waits for it', async () => {
  await meanwhile(() =>
    server.db.write({ ...asProgram, accounts: [accountId] }, (tx) =>
      record(tx, 'licence.issued', { at: server.clock.now().subtract({ hours: 2 }) }),
    ),
  );
});
