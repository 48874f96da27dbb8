/** One run of graphile-worker: from a connection that works until it is lost or the process ends. */
import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Logger, parseCronItems, run, type Runner, type WorkerEvents } from './worker-library.ts';
import { workUnderWay } from './work-under-way.ts';
import pg from 'pg';
import { freeAbandonedJobs, holdPools, leavePools } from './living-pools-store.ts';
import type { JobsParts } from './jobs-parts.ts';
import { workerConnections } from './worker-connections.ts';

const SWEEP_EVERY_MS = 10_000;
const POLL_EVERY_MS = 1_000;
/** How long a job is waited for before it is told to give up. */
const PATIENCE_MS = 25_000;
/** Whatever was done by then is marked as done, or somebody else's. */
const MARKED_WITHIN_MS = 5_000;

export type JobRun = {
  /** Resolves when the run is of no use any more. */
  readonly broken: Promise<void>;
  readonly stop: (hurry: AbortSignal) => Promise<void>;
};

/**
 * Starts a run. `pools` are the living pools of workers in this process, over all its runs: an old run may still be at a job
 * whose connection was lost, and no other process may take that job meanwhile.
 */
export async function runJobs(parts: JobsParts, pools: Set<string>): Promise<JobRun> {
  const { url, concurrency, log, onEnd } = parts;
  const broken = Promise.withResolvers<void>();
  const pool = workerConnections({
    connectionString: url,
    max: concurrency + 3,
    application_name: 'tamarack-jobs',
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => broken.resolve());
  pool.on('connect', (client) => client.on('error', () => broken.resolve()));
  const holder = new pg.Client({ connectionString: url, application_name: 'tamarack-living', keepAlive: true });
  holder.on('error', () => broken.resolve());
  holder.on('end', () => broken.resolve());
  const events = new EventEmitter() as WorkerEvents;
  const mine: string[] = [];
  const held = new Set<string>();
  const hold = async (ids: readonly string[]) => {
    for (const id of ids) held.add(id);
    await holdPools(holder, ids);
  };
  // A job is locked in the name of the pool that took it, and not of one of its workers.
  events.on('pool:create', ({ workerPool }) => {
    mine.push(workerPool.id);
    pools.add(workerPool.id);
    hold([workerPool.id]).catch(broken.resolve);
  });
  // It gives itself up where it could not mark a job as done.
  events.on('pool:gracefulShutdown', () => broken.resolve());
  events.on('job:complete', ({ job, error }) => {
    if (error === null || error === undefined) return onEnd?.(job.task_identifier, 'done');
    const isLast = job.attempts >= job.max_attempts;
    onEnd?.(job.task_identifier, isLast ? 'failed' : 'retried');
    log[isLast ? 'error' : 'warn'](
      { job: job.id, task: job.task_identifier, attempt: job.attempts, err: error },
      'a job failed',
    );
  });
  let runner: Runner | undefined;
  const work = workUnderWay(parts);
  const end = async (hurry?: AbortSignal) => {
    const killed = Promise.withResolvers<void>();
    const kill = () => void runner?.kill().then(killed.resolve, killed.resolve);
    if (hurry?.aborted) kill();
    else hurry?.addEventListener('abort', kill, { once: true });
    const stopped = runner?.stop().catch(() => undefined);
    // graphile-worker 0.18 counts wrong where two of its jobs could not be marked as done, and then its stop never ends.
    const ended = new AbortController();
    const givenUp = work.over().then(() => setTimeout(MARKED_WITHIN_MS, undefined, ended).catch(() => undefined));
    await Promise.race([Promise.all([stopped, work.over()]), givenUp, killed.promise]);
    ended.abort();
    for (const id of mine) pools.delete(id);
    await Promise.allSettled([holder.end(), pool.end()]);
  };
  try {
    await holder.connect();
    await hold([...pools]);
    runner = await run({
      // Without a batch nobody hears that a job could not be marked as done or failed, and the rejection ends the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      pgPool: pool,
      events,
      concurrency,
      noHandleSignals: true,
      pollInterval: POLL_EVERY_MS,
      taskList: work.tasks,
      parsedCronItems: parseCronItems(
        recurringOf(parts).map(({ task, match }) => ({
          task,
          identifier: `recurring-${task}`,
          match,
          options: { backfillPeriod: 0, jobKey: `recurring-${task}` },
        })),
      ),
      gracefulShutdownAbortTimeout: PATIENCE_MS,
      logger: new Logger(() => (level, message) => {
        log[level === 'error' || level === 'warning' ? 'warn' : 'trace']({ from: 'jobs' }, message);
      }),
    });
    runner.promise.then(broken.resolve, broken.resolve);
    const sweep = async () => {
      try {
        // An old run that has ended by now can finish nothing any more: what it could not mark as done is anybody's.
        const over = [...held].filter((id) => !pools.has(id));
        for (const id of over) held.delete(id);
        if (over.length > 0) await leavePools(holder, over);
        told(parts)(await freeAbandonedJobs(pool));
      } catch {
        broken.resolve();
      }
    };
    await sweep();
    const sweeping = setInterval(() => void sweep(), SWEEP_EVERY_MS);
    return {
      broken: broken.promise,
      stop: (hurry) => {
        clearInterval(sweeping);
        return end(hurry);
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Patterns as in crontab(5). */
function recurringOf({ daily, everyMinute }: JobsParts): { readonly task: string; readonly match: string }[] {
  const nightly = daily.map(({ task, hour, minute }) => ({ task, match: `${minute} ${hour} * * *` }));
  return [...nightly, ...everyMinute.map((task) => ({ task, match: '* * * * *' }))];
}

function told({ log }: JobsParts): (freed: number) => void {
  return (freed) => {
    if (freed > 0) log.warn({ processes: freed }, 'jobs of processes that died were given back');
  };
}
