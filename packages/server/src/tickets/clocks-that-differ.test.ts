/**
 * Servers whose clocks differ, and people who waited for one another: what follows from what one sees is never dated before it.
 * State, conversation and ledger follow the journal by its instants, so an act that is dated too early would undo nothing.
 */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDesk, type Desk } from '../../../../tests/support/desk.ts';
import { verifyAccount, wakeAccounts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let desk: Desk;
let ticketId: string;
/** Each test has one of its own: Monday to Thursday. */
let day = 0;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.server.stop());
beforeEach(async () => {
  day += 1;
  at('08:00:00');
  ticketId = (await desk.submit({ severity: 1 })).body.id;
});

const at = (time: string) => desk.server.clock.moveTo(Temporal.Instant.from(`2026-06-0${day}T${time}Z`));
const on = (by: 'engineer' | 'lead', method: string, path: string, body?: object) =>
  desk.server.call(desk[by], method, `/accounts/${desk.accountId}/tickets/${ticketId}${path}`, body ? { body } : {});
const read = <R extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
  desk.server.db.read(SYSTEM, (tx) => tx.rows<R>(statement));
const differences = async () =>
  (await desk.server.db.read(SYSTEM, (tx) => verifyAccount(tx, desk.accountId, desk.server.clock.now()))).differences;
const wake = () =>
  wakeAccounts(desk.server.db, desk.server.clock.now(), (_account, error) => {
    throw error;
  });

test('a reopening by a server that is behind comes after the ending that it follows', async () => {
  at('08:10:30');
  await on('engineer', 'POST', '/messages', { body: 'It is the fuse.' });
  await on('engineer', 'POST', '/ending', { how: 'resolved', because: 'fixed', note: 'Fuse replaced.' });
  at('08:10:10');
  expect((await on('lead', 'POST', '/reopening', { reason: 'It burnt again.' })).body.state).toBe('open');
  expect((await on('engineer', 'GET', '')).body.state).toBe('open');
  const said = await on('lead', 'GET', '/messages');
  expect(said.body.rows.map(({ body }: { body: string }) => body)).toEqual([
    'Since noon.',
    'It is the fuse.',
    'Fuse replaced.',
    'It burnt again.',
  ]);
  expect(await differences()).toEqual([]);
  const cycles = await read<{ cycle: number; state: string }>(
    sql`select cycle, state from obligation where subject_id = ${ticketId} and promise = 'first-response' order by cycle`,
  );
  expect(cycles).toMatchObject([
    { cycle: 1, state: 'met' },
    { cycle: 2, state: 'open' },
  ]);
});

test('every act on a ticket comes after what was done before, though it be a second that is nowhere', async () => {
  at('08:10:30');
  await on('engineer', 'POST', '/side', { side: 'customer', reason: 'We need the log.' });
  at('08:10:10');
  await on('lead', 'POST', '/messages', { body: 'Here it is.', handTo: undefined });
  await on('engineer', 'POST', '/severity', { severity: 2, reason: 'It boots.' });
  const facts = await read<{ fact: string; at: string }>(
    sql`select fact, to_char(at at time zone 'UTC', 'HH24:MI:SS') as at from journal
      where subject_id = ${ticketId} and fact <> 'incident.received' order by position`,
  );
  expect(facts.map((one) => one.at).toSorted()).toEqual(facts.map((one) => one.at));
  expect((await on('engineer', 'GET', '')).body.side).toBe('provider');
});

test('a promise that one server found broken stays so under the clock of another that is behind', async () => {
  at('08:30:05');
  await wake();
  const events = () =>
    read<{ fact: string }>(
      sql`select fact from journal where about_id = ${ticketId} and fact in ('obligation.breached', 'obligation.corrected')`,
    );
  const before = await events();
  expect(before).not.toEqual([]);
  at('08:29:50');
  await on('engineer', 'PUT', '/followers/me');
  await on('engineer', 'POST', '/messages', { body: 'For us', audience: 'internal' });
  expect(await differences()).toEqual([]);
  at('08:30:10');
  await wake();
  expect(await events()).toEqual(before);
  expect(await differences()).toEqual([]);
});

test('a promise that was kept under one clock is not open again under another', async () => {
  at('08:10:30');
  await on('engineer', 'POST', '/acknowledgement');
  at('08:10:10');
  await on('lead', 'POST', '/messages', { body: 'Thank you.' });
  const [row] = await read<{ state: string }>(
    sql`select state from obligation where subject_id = ${ticketId} and promise = 'first-response'`,
  );
  expect(row?.state).toBe('met');
  expect(await differences()).toEqual([]);
});
