/** The ledger through its one door: facts in, rows out, on a real database. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import type { NewFact } from '../journal/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { recordFacts } from './record-facts.ts';

let database: TestDatabase;
let accountId: string;
let contractId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const source = readFileSync(join(import.meta.dirname, '../../../../services/almacare.yaml'), 'utf8');
  const made = await database.db.write(SYSTEM, async (tx) => {
    const one = async (statement: ReturnType<typeof sql>) => (await tx.first<{ id: string }>(statement))?.id ?? '';
    const account = await one(
      sql`insert into account (name, created_at) values ('Alder Bank', now()) returning account_id as id`,
    );
    const description = await one(
      sql`insert into description (reference, created_at) values ('AC', now()) returning id`,
    );
    const version =
      await one(sql`insert into description_version (description_id, number, title, version, state, source, owner, approver, created_at)
      values (${description}, 1, 'AlmaCare', '1.0', 'published', ${source}, 'o', 'a', now()) returning id`);
    const contract = await one(
      sql`insert into contract (account_id, name, starts_at, renewal, created_at) values (${account}, 'AlmaCare', '2026-01-01', 'none', now()) returning id`,
    );
    await tx.run(sql`insert into contract_terms (account_id, contract_id, number, version_id, level, parameters, state, from_at, proposed_at)
      values (${account}, ${contract}, 1, ${version}, 'enhanced', ${JSON.stringify({ 'standstill-report-interval': '1 day' })}, 'agreed', '2026-01-01', now())`);
    return { ok: true as const, value: { account, contract } };
  });
  accountId = made.value.account;
  contractId = made.value.contract;
});
afterAll(() => database.drop());

async function record(now: string, ...facts: Omit<NewFact, 'accountId'>[]): Promise<void> {
  const done = await database.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      facts.map((fact) => ({ accountId, contractId, ...fact })),
      { side: 'provider', via: 'test' },
      Temporal.Instant.from(now),
    ),
  );
  expect(done).toMatchObject({ ok: true });
}

type Row = { promise: string; state: string; due_at: string | null; met_at: string | null; breached_at: string | null };
const rowsOf = (subjectId: string) =>
  database.db.read(SYSTEM, (tx) =>
    tx.rows<Row>(
      sql`select promise, state, due_at, met_at, breached_at from obligation where subject_id = ${subjectId} order by promise, cycle, turn`,
    ),
  );

describe('AC12, AC13: the first response', () => {
  test('is opened by the receipt with its due instant, and met by the acknowledgement', async () => {
    const incident = uuid();
    await record('2026-06-01T08:00:00Z', { fact: 'incident.received', subjectId: incident, data: { severity: 1 } });
    const opened = await rowsOf(incident);
    expect(opened).toContainEqual(
      expect.objectContaining({ promise: 'first-response', state: 'open', due_at: '2026-06-01T08:30:00Z' }),
    );
    await record('2026-06-01T08:20:00Z', { fact: 'incident.acknowledged', subjectId: incident });
    expect(await rowsOf(incident)).toContainEqual(
      expect.objectContaining({ promise: 'first-response', state: 'met', met_at: '2026-06-01T08:20:00Z' }),
    );
  });

  test('is broken by an acknowledgement that comes late, once', async () => {
    const incident = uuid();
    await record('2026-06-01T08:00:00Z', { fact: 'incident.received', subjectId: incident, data: { severity: 1 } });
    await record('2026-06-01T09:00:00Z', { fact: 'incident.acknowledged', subjectId: incident });
    await record('2026-06-01T09:10:00Z', { fact: 'incident.replied', subjectId: incident });
    expect(await rowsOf(incident)).toContainEqual(
      expect.objectContaining({ promise: 'first-response', state: 'breached' }),
    );
    const told = await database.db.read(SYSTEM, (tx) =>
      tx.rows(
        sql`select fact from journal where about_id = ${incident} and fact = 'obligation.breached' and data ->> 'promise' = 'first-response'`,
      ),
    );
    expect(told).toHaveLength(1);
  });
});

test('AC20: a ticket without a valid licence passes a closed gate, and one with a licence an open one', async () => {
  const [before, licence, after] = [uuid(), uuid(), uuid()];
  await record('2026-07-01T08:00:00Z', { fact: 'incident.received', subjectId: before, data: { severity: 4 } });
  await record('2026-07-02T08:00:00Z', { fact: 'licence.issued', subjectId: licence });
  await record('2026-07-03T08:00:00Z', { fact: 'incident.received', subjectId: after, data: { severity: 4 } });
  expect(await rowsOf(before)).toContainEqual(expect.objectContaining({ promise: 'entitlement', state: 'breached' }));
  expect(await rowsOf(after)).toContainEqual(expect.objectContaining({ promise: 'entitlement', state: 'met' }));
  // A licence that was valid before, but recorded late, opens the gate after all, and the journal says so.
  await record('2026-07-04T08:00:00Z', {
    fact: 'licence.issued',
    subjectId: uuid(),
    at: Temporal.Instant.from('2026-06-30T08:00:00Z'),
  });
  expect(await rowsOf(before)).toContainEqual(expect.objectContaining({ promise: 'entitlement', state: 'met' }));
});

test('a fact of the future is refused', async () => {
  const done = await database.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      [
        {
          accountId,
          contractId,
          fact: 'incident.received',
          subjectId: uuid(),
          at: Temporal.Instant.from('2026-06-02T00:00:00Z'),
        },
      ],
      { side: 'provider', via: 'test' },
      Temporal.Instant.from('2026-06-01T00:00:00Z'),
    ),
  );
  expect(done).toMatchObject({ ok: false, refusal: { code: 'value.not-allowed' } });
});

test('what was agreed a moment ago by another process counts, though this one remembers something else', async () => {
  const received = async (now: string) => {
    const incident = uuid();
    await record(now, { fact: 'incident.received', subjectId: incident, data: { severity: 1 } });
    return (await rowsOf(incident)).length > 0;
  };
  const endAt = (untilAt: string | null) =>
    database.db.write(SYSTEM, async (tx) => {
      await tx.run(sql`update contract_terms set until_at = ${untilAt} where account_id = ${accountId}`);
      return { ok: true as const };
    });
  expect(await received('2026-09-01T08:00:00Z')).toBe(true);
  await endAt('2026-09-02T00:00:00Z');
  expect(await received('2026-09-02T08:00:00Z')).toBe(false);
  await endAt(null);
  expect(await received('2026-09-03T08:00:00Z')).toBe(true);
});
