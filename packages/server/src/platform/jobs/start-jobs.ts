/** Runs jobs until it is stopped, through lost connections and restarts of the database. */
import { setTimeout } from 'node:timers/promises';
import type { JobsParts } from './jobs-parts.ts';
import { runJobs } from './run-jobs.ts';

export type Jobs = {
  /** Takes no more jobs and waits for those under way. Once `hurry` is aborted they are given back for another try. */
  readonly stop: (hurry: AbortSignal) => Promise<void>;
};

const AGAIN_AFTER_MS = 500;
const AGAIN_AT_MOST_MS = 10_000;

/** Starts at once; a database that is away is waited for. */
export function startJobs(parts: JobsParts): Jobs {
  const ending = new AbortController();
  const pools = new Set<string>();
  const hurrying = new AbortController();
  const old: Promise<void>[] = [];
  const keepRunning = async () => {
    for (let wait = AGAIN_AFTER_MS; !ending.signal.aborted; wait = Math.min(wait * 2, AGAIN_AT_MOST_MS)) {
      try {
        const run = await runJobs(parts, pools);
        parts.log.info({ tasks: Object.keys(parts.tasks) }, 'jobs are taken');
        wait = AGAIN_AFTER_MS;
        const why = await Promise.race([run.broken.then(() => 'broken'), aborted(ending.signal).then(() => 'asked')]);
        // A job that is under way may take long to notice; the next run does not wait for it.
        old.push(run.stop(hurrying.signal));
        if (why === 'broken') parts.log.warn('jobs wait: the connection to the database was lost');
      } catch (error) {
        parts.log.warn({ err: error }, 'jobs cannot be run yet');
      }
      await pause(wait, ending.signal);
    }
    await Promise.all(old);
  };
  const running = keepRunning();
  return {
    stop: async (hurry) => {
      if (hurry.aborted) hurrying.abort();
      else hurry.addEventListener('abort', () => hurrying.abort(), { once: true });
      ending.abort();
      await running;
    },
  };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  const timer = new AbortController();
  const passed = setTimeout(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined);
  await Promise.race([passed, aborted(signal)]);
  timer.abort();
}

function aborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) resolve();
  else signal.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
