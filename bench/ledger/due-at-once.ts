/** Ten thousand first responses that come due in one second: how long until all are marked and their owners are told. */
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { recordFacts, wakeAccounts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure } from '../measure/figure.ts';
import { benchInstallation, NOON, type BenchInstallation } from './bench-installation.ts';

export async function run({ quick }: Effort): Promise<BenchResult> {
  const wanted = quick ? 1000 : 10_000;
  const seconds: number[] = [];
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    const installation = await benchInstallation(100);
    try {
      await open(installation, wanted);
      seconds.push(await wake(installation, wanted));
    } finally {
      await installation.stop();
    }
  }
  return {
    title: `${wanted.toLocaleString('en')} first responses due in one second, in 100 accounts`,
    figures: [figure('until all are marked and told', 's', seconds, { atMost: 5 })],
    notes: [
      'Marked: breached in the ledger and in the journal. Told: a notification for the engineer of the account. One server, embedded PostgreSQL.',
    ],
  };
}

async function open({ url, db, accounts, lead }: BenchInstallation, wanted: number): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(
    `insert into person (side, name, email) values ('provider', 'Erin', 'erin@bench.test') returning id`,
  );
  await owner.query(
    `insert into account_team (account_id, person_id, role, since) select account_id, $1, 'support-engineer', now() from account`,
    [rows[0]?.id],
  );
  await owner.end();
  const each = wanted / accounts.length;
  for (const { accountId, contractId } of accounts) {
    const facts = Array.from({ length: each }, () => ({
      accountId,
      contractId,
      fact: 'incident.received',
      subjectId: uuid(),
      data: { severity: 1 },
    }));
    await db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
      recordFacts(tx, facts, { personId: lead, side: 'customer', via: 'bench' }, NOON),
    );
  }
}

async function wake({ url, db }: BenchInstallation, wanted: number): Promise<number> {
  const fail = (_account: string, error: unknown) => {
    throw error;
  };
  // The warnings at 75 % of the half hour come first, and are not what is measured.
  await wakeAccounts(db, NOON.add({ minutes: 29 }), fail);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('delete from notification');
  const started = performance.now();
  await wakeAccounts(db, NOON.add({ minutes: 30, seconds: 1 }), fail);
  const seconds = (performance.now() - started) / 1000;
  const { rows } = await owner.query<{
    marked: number;
    told: number;
  }>(`select (select count(*)::int from obligation where promise = 'first-response' and state = 'breached') as marked,
    (select count(distinct obligation_id)::int from notification where kind = 'obligation.breached') as told`);
  await owner.end();
  const [found] = rows;
  if (found?.marked !== wanted || found.told !== wanted)
    throw new Error(`Marked ${found?.marked}, told ${found?.told} of ${wanted}.`);
  return seconds;
}
