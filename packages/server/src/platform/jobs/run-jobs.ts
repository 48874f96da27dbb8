/** One run of graphile-worker: from a connection that works until it is lost or the process ends. */
import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { freeAbandonedJobs, holdWorkers } from './living-workers-store.ts';
import type { JobsParts } from './jobs-parts.ts';

const SWEEP_EVERY_MS = 10_000;
const POLL_EVERY_MS = 1_000;
/** How long a job is waited for before it is told to give up. */
const PATIENCE_MS = 25_000;

export type JobRun = {
  /** Resolves when the run is of no use any more. */
  readonly broken: Promise<void>;
  readonly stop: (hurry: AbortSignal) => Promise<void>;
};

/**
 * Starts a run. `workers` are the living workers of this process over all its runs: an old run may still be at a job
 * whose connection was lost, and no other process may take that job meanwhile.
 */
export async function runJobs(parts: JobsParts, workers: Set<string>): Promise<JobRun> {
  const { url, concurrency, log, onEnd } = parts;
  const broken = Promise.withResolvers<void>();
  const pool = new pg.Pool({
    connectionString: url,
    max: concurrency + 3,
    application_name: 'tamarack-jobs',
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => broken.resolve());
  pool.on('connect', (client) => client.on('error', () => broken.resolve()));
  const events = new EventEmitter() as WorkerEvents;
  const mine: string[] = [];
  events.on('worker:create', ({ worker }) => {
    mine.push(worker.workerId);
    workers.add(worker.workerId);
  });
  events.on('job:success', ({ job }) => onEnd?.(job.task_identifier, 'done'));
  events.on('job:error', ({ job, error }) => {
    const isLast = job.attempts >= job.max_attempts;
    onEnd?.(job.task_identifier, isLast ? 'failed' : 'retried');
    log[isLast ? 'error' : 'warn'](
      { job: job.id, task: job.task_identifier, attempt: job.attempts, err: error },
      'a job failed',
    );
  });
  const holder = new pg.Client({ connectionString: url, application_name: 'tamarack-workers', keepAlive: true });
  holder.on('error', () => broken.resolve());
  holder.on('end', () => broken.resolve());
  let runner: Runner | undefined;
  const end = async (hurry?: AbortSignal) => {
    const kill = () => void runner?.kill().catch(() => undefined);
    if (hurry?.aborted) kill();
    else hurry?.addEventListener('abort', kill, { once: true });
    await runner?.stop().catch(() => undefined);
    for (const id of mine) workers.delete(id);
    await Promise.allSettled([holder.end(), pool.end()]);
  };
  try {
    await holder.connect();
    runner = await run({
      pgPool: pool,
      events,
      concurrency,
      noHandleSignals: true,
      pollInterval: POLL_EVERY_MS,
      taskList: tasksFor(parts),
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
    await holdWorkers(holder, [...workers]);
    runner.promise.then(broken.resolve, broken.resolve);
    const sweep = () => freeAbandonedJobs(pool).then(told(parts), broken.resolve);
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
    if (freed > 0) log.warn({ workers: freed }, 'jobs of workers that died were given back');
  };
}

function tasksFor({ tasks, db, clock }: JobsParts): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, work]) => [
      name,
      (payload: unknown, { abortSignal, job }) =>
        work(payload, { now: clock.now(), db, signal: abortSignal, attempt: job.attempts }),
    ]),
  );
}
