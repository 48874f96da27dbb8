/**
 * Each form of promise that the language has, once kept and once broken, from facts to rows on a real database; afterwards the
 * ledger is recomputed from the journal and agrees.
 */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { recordFacts } from './record-facts.ts';
import { verifyAccount } from './verify-account.ts';
import { wakeAccounts } from './wake-accounts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type Step = readonly [
  at: string,
  fact: string,
  subject: string,
  data?: Record<string, string | number>,
  about?: string,
];
type Case = {
  readonly form: string;
  readonly row: string;
  readonly service: 'almacare' | 'tuxcare-tam';
  readonly promise: string;
  readonly kept: readonly Step[];
  readonly broken: readonly Step[];
  /** When to look. */
  readonly until: string;
};

const started: Step = ['2026-06-01T08:00:00Z', 'contract.started', 'contract'];
const incident: Step = ['2026-06-01T08:00:00Z', 'incident.received', 'a', { severity: 2 }];
const leave: Step = [
  '2026-06-01T08:00:00Z',
  'leave.approved',
  'a',
  { role: 'account-manager', 'consecutive-days': 10, begins: Date.UTC(2026, 5, 15, 8) / 1000 },
];

const CASES: readonly Case[] = [
  {
    form: 'response',
    row: 'AC12',
    service: 'almacare',
    promise: 'first-response',
    kept: [incident, ['2026-06-01T09:00:00Z', 'incident.acknowledged', 'a']],
    broken: [incident],
    until: '2026-06-02T08:00:00Z',
  },
  {
    form: 'request',
    row: 'AC6',
    service: 'almacare',
    promise: 'own-account',
    kept: [
      ['2026-06-01T08:00:00Z', 'person.nominated', 'a'],
      ['2026-06-02T08:00:00Z', 'person.account-opened', 'a'],
    ],
    broken: [
      ['2026-06-01T08:00:00Z', 'person.nominated', 'a'],
      ['2026-06-30T08:00:00Z', 'contract.ended', 'contract'],
    ],
    until: '2026-07-02T08:00:00Z',
  },
  {
    form: 'update',
    row: 'AC17',
    service: 'almacare',
    promise: 'progress-reports',
    kept: [incident, ['2026-06-02T08:00:00Z', 'incident.reported', 'a']],
    broken: [incident],
    until: '2026-06-08T08:00:00Z',
  },
  {
    form: 'cadence',
    row: 'TX4',
    service: 'tuxcare-tam',
    promise: 'call-every-other-week',
    kept: [started, ['2026-06-05T08:00:00Z', 'cadence-call.held', 'a']],
    broken: [started],
    until: '2026-06-20T08:00:00Z',
  },
  {
    form: 'count',
    row: 'TX12',
    service: 'tuxcare-tam',
    promise: 'site-visits',
    kept: [started, ['2026-09-05T08:00:00Z', 'site-visit.held', 'a'], ['2026-10-05T08:00:00Z', 'site-visit.held', 'b']],
    broken: [started],
    until: '2027-06-02T08:00:00Z',
  },
  {
    form: 'before',
    row: 'TX13',
    service: 'tuxcare-tam',
    promise: 'temporary-manager',
    kept: [started, leave, ['2026-06-10T08:00:00Z', 'cover.arranged', 'b', {}, 'a']],
    broken: [started, leave],
    until: '2026-06-16T08:00:00Z',
  },
  {
    form: 'limit',
    row: 'TX1',
    service: 'tuxcare-tam',
    promise: 'weekly-hours',
    kept: [started, ['2026-06-02T08:00:00Z', 'hours.logged', 'a', { seconds: 7200 }]],
    broken: [started, ['2026-06-02T08:00:00Z', 'hours.logged', 'a', { seconds: 41 * 3600 }]],
    until: '2026-06-09T08:00:00Z',
  },
  {
    form: 'gate',
    row: 'AC20',
    service: 'almacare',
    promise: 'entitlement',
    kept: [['2026-06-01T07:00:00Z', 'licence.issued', 'b'], incident],
    broken: [incident],
    until: '2026-06-02T08:00:00Z',
  },
];

const service = {
  almacare: { level: 'enhanced', ...ALMACARE },
  'tuxcare-tam': { level: 'dedicated-tam', parameters: {} },
} as const;
const fail = (_account: string, error: unknown) => {
  throw error;
};

async function firstRow(
  { service: name, promise, until }: Case,
  steps: readonly Step[],
): Promise<{ state: string; form: string }> {
  const { level, parameters } = service[name];
  const { accountId, contractId } = await agreedAccount(database.db, name, level, {
    name: uuid(),
    from: '2026-06-01T00:00:00Z',
    parameters,
  });
  const ids = new Map([['contract', contractId]]);
  const idOf = (subject: string) => ids.get(subject) ?? ids.set(subject, uuid()).get(subject) ?? '';
  for (const [at, fact, subject, data = {}, about] of steps) {
    const now = Temporal.Instant.from(at);
    await wakeAccounts(database.db, now, fail);
    const recorded = {
      accountId,
      contractId,
      fact,
      subjectId: idOf(subject),
      data,
      ...(about === undefined ? {} : { aboutId: idOf(about) }),
    };
    const done = await database.db.write(SYSTEM, (tx) =>
      recordFacts(tx, [recorded], { side: 'provider', via: 'test' }, now),
    );
    expect(done).toMatchObject({ ok: true });
  }
  const now = Temporal.Instant.from(until);
  // Each wake may bring the next one.
  for (let changed = 1; changed > 0;) ({ changed } = await wakeAccounts(database.db, now, fail));
  return database.db.read(SYSTEM, async (tx) => {
    expect((await verifyAccount(tx, accountId, now)).differences).toEqual([]);
    const row = await tx.first<{ state: string; form: string }>(
      sql`select state, form from obligation where account_id = ${accountId} and promise = ${promise} order by coalesce(counted, 0) = 0, cycle, turn limit 1`,
    );
    return row ?? { state: 'none', form: 'none' };
  });
}

test.each(CASES)('$form, $row: $promise is met when it is kept, and breached when it is not', async (one) => {
  expect(await firstRow(one, one.kept)).toEqual({ state: 'met', form: one.form });
  expect(await firstRow(one, one.broken)).toEqual({ state: 'breached', form: one.form });
});
