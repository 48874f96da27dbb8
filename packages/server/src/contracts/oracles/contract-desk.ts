/** A manager at a desk with two published services; each test has an account of its own with an approver. */
import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { publishService, type PublishedService } from '../../../../../tests/support/publish-service.ts';
import {
  startTestApplication,
  type Person,
  type Reply,
  type TestApplication,
} from '../../../../../tests/support/test-application.ts';
import { SYSTEM } from '../../platform/database/actor.ts';
import { passContractMilestones } from '../milestones.ts';

const START = '2026-06-01T08:00:00Z';

export type Desk = {
  server: TestApplication;
  manager: Person;
  almacare: PublishedService;
  tuxcare: PublishedService;
  accountId: string;
  approver: Person;
  /** Of this test: addresses of test people are made of the letters of their names. */
  letter: string;
  readonly post: (person: Person, path: string, body: object, version?: number) => Promise<Reply>;
  readonly get: (person: Person, path: string) => Promise<Reply>;
  /** The body of a contract that begins on 1 July. */
  readonly enhanced: () => object;
  readonly sign: (body?: object) => Promise<Reply>;
  /** Moves the clock and does what the job would. */
  readonly at: (instant: string) => Promise<void>;
  readonly facts: (contractId: string) => Promise<string[]>;
  readonly jobsAt: () => Promise<string[]>;
};

/** Opens the desk for the tests of a file. */
export function useDesk(): Desk {
  let tests = 0;
  // Filled before the first test.
  const desk = {} as Desk;
  const post: Desk['post'] = (person, path, body, version) =>
    desk.server.call(person, 'POST', `/accounts/${desk.accountId}${path}`, {
      body,
      ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
    });
  const enhanced = () => ({
    name: 'Support',
    versionId: desk.almacare.versionId,
    level: 'enhanced',
    startsAt: '2026-07-01T00:00:00Z',
  });
  beforeAll(async () => {
    desk.server = await startTestApplication(START);
    desk.manager = await desk.server.staff('Mara Manager', 'service-manager');
    desk.almacare = await publishService(desk.server.db, 'almacare');
    desk.tuxcare = await publishService(desk.server.db, 'tuxcare-tam');
  });
  afterAll(() => desk.server.stop());
  beforeEach(async () => {
    desk.server.clock.moveTo(Temporal.Instant.from(START));
    tests += 1;
    desk.letter = String.fromCodePoint(96 + tests);
    desk.accountId = await desk.server.account(`Account ${desk.letter}`);
    desk.approver = await desk.server.customer(`Ada Approver ${desk.letter}`, desk.accountId, 'approver');
  });
  return Object.assign(desk, {
    post,
    get: (person: Person, path: string) => desk.server.call(person, 'GET', `/accounts/${desk.accountId}${path}`),
    enhanced,
    sign: (body: object = {}) => post(desk.manager, '/contracts', { ...enhanced(), ...body }),
    at: (instant: string) => passTime(desk, instant),
    facts: (contractId: string) => factsOf(desk, contractId),
    jobsAt: () => jobsOf(desk),
  });
}

async function passTime({ server, accountId }: Desk, instant: string): Promise<void> {
  server.clock.moveTo(Temporal.Instant.from(instant));
  const passed = await server.db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
    passContractMilestones(tx, accountId, Temporal.Instant.from(instant)),
  );
  expect(passed.ok).toBe(true);
}

async function factsOf({ server }: Desk, contractId: string): Promise<string[]> {
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ fact: string; at: string }>(
      sql`select fact, at from journal where subject_id = ${contractId} order by at, position`,
    ),
  );
  return rows.map(({ fact, at }) => `${fact} ${at}`);
}

async function jobsOf({ server, accountId }: Desk): Promise<string[]> {
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ at: Date }>('select run_at as at from graphile_worker.jobs where key = $1', [
    `contract-milestones ${accountId}`,
  ]);
  await owner.end();
  return rows.map(({ at }) => at.toISOString());
}
