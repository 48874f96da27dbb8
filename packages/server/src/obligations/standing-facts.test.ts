/** Whatever may concern every subject of an account changes the account's state, and nothing else that is recorded does. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Terms } from '@tamarack/core';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../../../../tests/support/agreed-account.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { loadContractTerms } from '../terms/index.ts';
import { namesForAll } from './facts-wanted.ts';
import { kindOf } from './promises-of.ts';
import { recordFacts } from './record-facts.ts';
import { COUNTS_NOTHING, rememberedStanding, rememberStanding } from './standing-facts.ts';

const NOON = Temporal.Instant.from('2026-06-01T12:00:00Z');
const services = readdirSync(new URL('../../../../services/', import.meta.url)).filter((name) =>
  name.endsWith('.yaml'),
);
let database: TestDatabase;
let account: AgreedAccount;
beforeAll(async () => {
  database = await createTestDatabase();
  account = await agreedAccount(database.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Alder' });
});
afterAll(() => database.drop());

const state = () =>
  database.db.read(SYSTEM, async (tx) => {
    const [row] = await tx.rows<{ state: string }>(
      sql`select xmin::text || ctid::text as state from account where account_id = ${account.accountId}`,
    );
    return row?.state;
  });

async function record(fact: string): Promise<void> {
  const facts = [{ ...account, fact, subjectId: uuid() }];
  await database.db.write(SYSTEM, (tx) => recordFacts(tx, facts, { side: 'provider', via: 'test' }, NOON));
}

test('every kind of fact that the services know, but those of which it is said', async () => {
  const said = services.flatMap((name) =>
    [
      ...readFileSync(new URL(`../../../../services/${name}`, import.meta.url), 'utf8').matchAll(/[a-z-]+\.[a-z-]+/g),
    ].map(([fact]) => kindOf(fact)),
  );
  const kinds = [...new Set([...said, 'obligation', 'escalation', 'incident', 'service-request'])].toSorted();
  expect(kinds.length).toBeGreaterThan(20);
  const unchanged: string[] = [];
  for (const kind of kinds) {
    const before = await state();
    await record(`${kind}.tested`);
    if ((await state()) === before) unchanged.push(kind);
  }
  expect(unchanged).toEqual([...COUNTS_NOTHING].toSorted());
});

test('what a gate needs of a kind that changes nothing is not remembered', async () => {
  const all = await database.db.read(SYSTEM, (tx) => loadContractTerms(tx, account.accountId));
  expect(namesForAll(all)).toContain('person.trained');
  rememberStanding(all, []);
  expect(rememberedStanding(all)).toEqual([]);
  const needing = all.map((one) => ({ ...one, terms: needingAnIncident(one.terms) }));
  rememberStanding(needing, []);
  expect(rememberedStanding(needing)).toBeUndefined();
  rememberStanding(
    [...all],
    Array.from({ length: 501 }, () => ({}) as never),
  );
  expect(rememberedStanding([...all])).toBeUndefined();
});

/** The same terms, with a gate for service requests that an incident opens. */
function needingAnIncident(terms: Terms): Terms {
  const promises = new Map(terms.promises);
  const gate = terms.promises.get('trained-submitters');
  if (gate?.clause.form !== 'gate') throw new Error('There is no such gate.');
  const clause = { ...gate.clause, gate: ['service-request.received'], until: { all: [['incident.closed']] } };
  promises.set('trained-submitters', { ...gate, clause });
  return { ...terms, promises };
}
