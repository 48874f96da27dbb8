/** Lists of tickets come page by page: each ticket once, in the order of the list, whatever is asked for and whoever asks. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { indexConditions } from '../../../../tests/support/index-conditions.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { cursorOf } from '../platform/database/cursor.ts';
import { ticketQueues } from './queue-views.ts';
import { ticketPage } from './ticket-list-views.ts';

type Row = {
  readonly id: string;
  readonly state: string;
  readonly lastAt: string;
  readonly next: { readonly dueAt: string } | null;
};

let server: TestApplication;
let engineer: Person;
/** Of the first account alone, and of both. */
let [lead, leadOfBoth]: Person[] = [];
let ids: readonly [string[], string[]];
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  const [first, second] = [await ticketsIn('Alder'), await ticketsIn('Birch')];
  ids = [first.ids, second.ids];
  lead = await server.customer('Lena Lead', first.accountId, 'technical-lead');
  leadOfBoth = await server.customer('Lou Lead', first.accountId, 'technical-lead');
  const { id } = leadOfBoth;
  await server.db.write(SYSTEM, async (tx) => {
    await tx.run(
      sql`insert into membership (account_id, person_id, role, since) values (${second.accountId}, ${id}, 'technical-lead', now())`,
    );
    return { ok: true };
  });
});
afterAll(() => server.stop());

/** New, confirmed and resolved ones; severity 4 owes nothing once its receipt was confirmed. */
async function ticketsIn(name: string): Promise<{ accountId: string; ids: string[] }> {
  const { accountId, contractId } = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name });
  const made: string[] = [];
  for (const [i, severity] of [1, 3, 4, 4, 2, 3, 4].entries()) {
    const subjectId = uuid();
    const facts = ['received', ...(i > 2 ? ['acknowledged'] : []), ...(i > 4 ? ['resolved'] : [])].map((what, n) => ({
      ...{ accountId, contractId, subjectId, fact: `incident.${what}`, data: n === 0 ? { severity } : {} },
      at: server.clock.now().subtract({ minutes: 90 - 10 * i - n }),
    }));
    await server.db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
      recordFacts(tx, facts, { side: 'provider', via: 'test' }, server.clock.now()),
    );
    made.push(subjectId);
  }
  return { accountId, ids: made };
}

async function pagesOf(person: Person | undefined, query: string, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = ''; ;) {
    const { status, body } = await server.call(person, 'GET', `/tickets?limit=${limit}${query}${after}`);
    expect(status).toBe(200);
    rows.push(...(body.rows as Row[]));
    if (body.next === undefined) return rows;
    expect(body.rows).toHaveLength(limit);
    after = `&after=${body.next}`;
  }
}

const orders = {
  next: (a: Row, b: Row) => (a.next?.dueAt ?? '9').localeCompare(b.next?.dueAt ?? '9') || (a.id < b.id ? -1 : 1),
  latest: (a: Row, b: Row) => b.lastAt.localeCompare(a.lastAt) || (a.id < b.id ? 1 : -1),
};

test.each(Object.keys(orders) as (keyof typeof orders)[])(
  'by %s, each ticket once and in order, over pages of any size',
  async (order) => {
    for (const [states, isOne] of [
      ['', () => true],
      ['&state=open', ({ state }: Row) => state === 'open'],
      ['&state=ended', ({ state }: Row) => state !== 'open'],
      ['&state=resolved', ({ state }: Row) => state === 'resolved'],
    ] as const) {
      const all = await pagesOf(engineer, `&order=${order}`, 100);
      expect(all.map(({ id }) => id).toSorted()).toEqual(ids.flat().toSorted());
      expect(all).toEqual(all.toSorted(orders[order]));
      for (const limit of [1, 3, 50])
        expect(await pagesOf(engineer, `&order=${order}${states}`, limit)).toEqual(all.filter(isOne));
    }
  },
);

test('customers list what is theirs, be it of one account or of two', async () => {
  const [first, second] = ids;
  const idsOf = async (person: Person | undefined, query = '') =>
    (await pagesOf(person, query, 3)).map(({ id }) => id).toSorted();
  expect(await idsOf(lead)).toEqual(first.toSorted());
  expect(await idsOf(leadOfBoth)).toEqual([...first, ...second].toSorted());
  expect(await idsOf(leadOfBoth, '&state=open')).toEqual([...first.slice(0, 5), ...second.slice(0, 5)].toSorted());
});

test('a page begins where it is asked to, and the pages before it are not read', async () => {
  const after = cursorOf(['2026-06-01T08:00:00Z', uuid()]);
  for (const filter of [{ order: 'next', state: 'open' }, { order: 'next' }, { order: 'latest' }] as const) {
    const conditions = await indexConditions(server.db, (tx) => ticketPage(tx, { ...filter, limit: 50, after }));
    expect(conditions.split('\n').filter((line) => line.includes('ROW('))).toHaveLength(
      'state' in filter || filter.order === 'latest' ? 1 : 2,
    );
  }
});

test('of those that wait for a customer, and of a queue, nothing else is read', async () => {
  const read = (filter: { side: string } | { queue: string }) =>
    indexConditions(server.db, (tx) => ticketPage(tx, { state: 'open', order: 'next', limit: 50, ...filter }));
  expect(await read({ side: 'customer' })).toContain('ticket_with_customer');
  expect(await read({ queue: 'network' })).toContain(`(queue = 'network'::text)`);
  expect(await indexConditions(server.db, ticketQueues)).toContain('ticket_queue');
});
