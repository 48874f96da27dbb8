/** Page after page of the journal: everything once, the latest first, however much there is. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexConditions } from '../../../../tests/support/index-conditions.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { appendFacts, prepareFacts } from './journal-store.ts';
import { entryPage, type EntryFilter } from './journal-views.ts';
import { BY_SYSTEM } from './new-fact.ts';

const NOW = Temporal.Instant.from('2026-06-01T08:00:00Z');
let database: TestDatabase;
let accounts: readonly string[];
beforeAll(async () => {
  database = await createTestDatabase();
  const made = await database.db.write(SYSTEM, async (tx) => {
    const rows = await tx.rows<{ id: string }>(
      sql`insert into account (name, created_at) select 'Account ' || n, now() from generate_series(1, 2) n returning account_id as id`,
    );
    return { ok: true as const, value: rows.map(({ id }) => id) };
  });
  accounts = made.value;
  for (let turn = 0; turn < 6; turn += 1) await recorded((tx) => append(tx, 5));
  // One that began earlier and recorded later.
  await recorded(async (tx) => {
    await tx.rows(sql`select pg_current_xact_id()`);
    await recorded((other) => append(other, 3));
    append(tx, 2);
  });
});
afterAll(() => database.drop());

const recorded = (work: (tx: Tx) => Promise<void> | void) =>
  database.db.write(SYSTEM, async (tx) => {
    await work(tx);
    return { ok: true };
  });

/** Of both accounts in turns. */
function append(tx: Tx, facts: number): void {
  const stated = Array.from({ length: facts }, (_, i) => {
    const accountId = accounts[i % accounts.length] ?? '';
    return { accountId, fact: 'call.held', subjectId: uuid() };
  });
  appendFacts(tx, [{ facts: prepareFacts(stated, NOW), by: BY_SYSTEM }], NOW);
}

async function allPages(filter: Omit<EntryFilter, 'limit' | 'after'>): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await database.db.read(SYSTEM, (tx) => entryPage(tx, { ...filter, limit: 4, after }));
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}
async function inOrder(by: string): Promise<string[]> {
  const rows = await database.db.read(SYSTEM, (tx) =>
    tx.rows<{ id: string; account: string; transaction: string; position: number }>(
      sql`select id, account_id as account, transaction::text as transaction, position from journal order by position desc`,
    ),
  );
  const asked = by === 'all' ? rows : rows.filter(({ account }) => account === by);
  const sorted =
    by === 'all'
      ? asked.toSorted((a, b) => Number(b.transaction) - Number(a.transaction) || b.position - a.position)
      : asked;
  return sorted.map(({ id }) => id);
}

test('of all accounts, in the order of the transactions', async () => {
  const all = await inOrder('all');
  expect(all).toHaveLength(35);
  expect(await allPages({})).toEqual(all);
});

test('of one account, in the order of recording', async () => {
  for (const accountId of accounts) expect(await allPages({ accountId })).toEqual(await inOrder(accountId));
});

test('a page reads itself alone', async () => {
  const { next: after } = await database.db.read(SYSTEM, (tx) => entryPage(tx, { limit: 4 }));
  const ask = (accountId?: string) => (tx: Tx) => entryPage(tx, { accountId, limit: 4, after });
  expect(await indexConditions(database.db, ask())).toContain('ROW(transaction');
  expect(await indexConditions(database.db, ask(accounts[0]))).toContain('("position" < ');
});
