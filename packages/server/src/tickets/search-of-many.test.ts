/** A search among very many tickets loses none of them, and its counts are true or say that there are more. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { type Person, startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let lead: Person;
let accountId: string;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  engineer = await server.staff('Erin Engineer', 'support-engineer');
  ({ accountId } = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Alder' }));
  lead = await server.customer('Lena Lead', accountId, 'technical-lead');
  const { accountId: other } = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Birch' });
  await add(accountId, 1060, 'Flamingo on one leg');
  await add(accountId, 10_050, 'Sparrow everywhere');
  await add(other, 40, 'Sparrow of another');
  await add(accountId, 1, 'Sparrow hawk', 'zoo');
});
afterAll(() => server.stop());

/** Each with a message that says the same, as if it had been submitted. */
const add = (owner: string, many: number, subject: string, queue: string | null = null) =>
  server.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`with made as (
        insert into ticket (account_id, id, kind, subject, received_at, last_at, queue)
          select ${owner}, uuid_v7(), 'incident', ${subject}, '2026-06-01', '2026-06-01'::timestamptz + n * interval '1 second', ${queue}
            from generate_series(1, ${many}::int) n returning account_id, id)
      insert into ticket_message (account_id, id, ticket_id, author_side, audience, body, at, via)
        select account_id, uuid_v7(), id, 'customer', 'shared', ${subject}, '2026-06-01', 'web' from made`);
    return { ok: true };
  });

async function foundBy(person: Person, query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const { body } = await server.call(person, 'GET', `/tickets?limit=200&${query}${after}`);
    ids.push(...body.rows.map(({ id }: { id: string }) => id));
    if (body.next === undefined) return ids;
    after = `&after=${body.next}`;
  }
}

async function countOf(person: Person, filter: object): Promise<object> {
  const made = await server.call(person, 'POST', '/ticket-views', { body: { name: 'x', filter, isShared: false } });
  const { body } = await server.call(person, 'GET', `/ticket-counts?views=${made.body.id}`);
  return body.counts[0];
}

test('all of a thousand are listed and counted', async () => {
  for (const query of [
    'search=flamingo',
    'search=flamingo&order=latest',
    'search=flamingo&state=open',
    'search=one+leg+-hawk',
  ]) {
    const ids = await foundBy(lead, query);
    expect([ids.length, new Set(ids).size], query).toEqual([1060, 1060]);
  }
  expect(await countOf(engineer, { search: 'flamingo' })).toEqual({ view: expect.any(String), count: 1060 });
  expect(await countOf(lead, { search: 'flamingo', state: 'open' })).toEqual({ view: expect.any(String), count: 1060 });
});

test('of a word that stands nearly everywhere the list ends where the tickets end, and the count says that there are more', async () => {
  const ids = await foundBy(engineer, 'search=sparrow');
  expect([ids.length, new Set(ids).size]).toEqual([10_091, 10_091]);
  expect(await countOf(engineer, { search: 'sparrow' })).toMatchObject({ count: 10_000, hasMore: true });
});

test('whatever else is asked is asked of all that are found', async () => {
  expect(await foundBy(engineer, 'search=sparrow&queue=zoo')).toHaveLength(1);
  expect(await countOf(engineer, { search: 'sparrow', queue: 'zoo' })).toEqual({ view: expect.any(String), count: 1 });
  expect(await countOf(engineer, { search: 'sparrow', state: 'ended' })).toEqual({
    view: expect.any(String),
    count: 0,
  });
});

test('of what is merely alike a thousand are shown, and the count says that there are more', async () => {
  expect(await foundBy(engineer, 'search=flamimgo')).toHaveLength(1001);
  expect(await countOf(engineer, { search: 'flamimgo' })).toMatchObject({ count: 1001, hasMore: true });
});

test('what is left out of such a word, or of everything, is left out', async () => {
  expect(await foundBy(engineer, 'search=sparrow+-everywhere')).toHaveLength(41);
  expect(await foundBy(lead, 'search=-everywhere')).toHaveLength(1061);
  expect(await countOf(lead, { search: '-everywhere -leg' })).toEqual({ view: expect.any(String), count: 1 });
});
