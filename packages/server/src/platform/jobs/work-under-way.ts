/** What one run of jobs is at. */
import type { JobsParts } from './jobs-parts.ts';
import type { TaskList } from './worker-library.ts';

/** The tasks as the queue's library takes them, and when none of them is at work any more. */
export function workUnderWay({ tasks, db, clock }: JobsParts): {
  readonly tasks: TaskList;
  readonly over: () => Promise<void>;
} {
  const underWay = new Set<Promise<void>>();
  const watched = async (work: Promise<void>) => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };
  return {
    tasks: Object.fromEntries(
      Object.entries(tasks).map(([name, work]) => [
        name,
        (payload: unknown, { abortSignal, job }) =>
          watched(work(payload, { now: clock.now(), db, signal: abortSignal, attempt: job.attempts })),
      ]),
    ),
    over: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
