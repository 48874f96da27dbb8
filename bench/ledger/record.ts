/** Recording a fact with all that follows (journal, ledger, job, one commit) beside the machine's rate of single-row commits. */
import pg from 'pg';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { recordTogether } from '../../packages/server/src/obligations/index.ts';
import type { BenchResult, Effort } from '../measure/bench.ts';
import { figure, ratios } from '../measure/figure.ts';
import { interleave } from '../measure/interleave.ts';
import { benchInstallation, CLIENTS, NOON, perSecond, type BenchInstallation } from './bench-installation.ts';
import { commitRate } from './commit-rate.ts';

export async function run({ quick, rounds }: Effort): Promise<BenchResult> {
  const seconds = quick ? 1 : 4;
  const installation = await benchInstallation(50);
  const record = recorder(installation);
  await settleIn(installation, record);
  const commits = await commitRate(installation.url, seconds);
  try {
    const samples = await interleave(
      {
        record: () => perSecond(seconds * 1000, record),
        commit: commits.measure,
      },
      rounds,
    );
    return {
      title: `Recording a fact: journal, ledger and a job in one commit, ${CLIENTS} clients`,
      figures: [
        figure('incidents received', 'facts/s', samples.record),
        figure('single-row commits', 'commits/s', samples.commit),
        figure('facts to commits', '×', ratios(samples.record, samples.commit), { atLeast: 0.1 }),
      ],
      notes: [
        `The commits by ${commits.by}, on the same embedded PostgreSQL with fsync on. Each fact begins a ticket and opens its obligations under AlmaCare Enhanced, two gates among them. Facts that arrive while others are being written share the next transaction, each acknowledged after its commit.`,
      ],
    };
  } finally {
    await commits.stop();
    await installation.stop();
  }
}

/** As in an installation that has been running: some facts are there, and PostgreSQL's own housekeeping has counted them. */
async function settleIn(installation: BenchInstallation, record: ReturnType<typeof recorder>): Promise<void> {
  await perSecond(2000, record);
  const owner = new pg.Client({ connectionString: installation.url });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
}

/** Eight who record at the same time, as eight who send a ticket do: together where they meet. */
function recorder({ db, accounts, lead }: BenchInstallation) {
  const say = recordTogether<string, string>(db, (tx, subjects) => {
    tx.send(
      'bench-jobs',
      sql`select enqueue_jobs('bench', array_agg(jsonb_build_object('subjectId', id))) from unnest(${subjects}::uuid[]) id`,
    );
    return Promise.resolve(subjects);
  });
  return async (client: number, n: number): Promise<void> => {
    const account = accounts[(n * CLIENTS + client) % accounts.length];
    if (!account) return;
    const { accountId, contractId } = account;
    const subjectId = uuid();
    const fact = { accountId, contractId, fact: 'incident.received', subjectId, data: { severity: 3 } };
    const by = { personId: lead, side: 'customer', via: 'bench' } as const;
    const done = await say({ facts: [fact], by, now: NOON, with: subjectId });
    if (!done.ok) throw new Error(done.refusal.sentence);
  };
}
