/** What a job does. The table of tasks is put together by the application; a job names its task and says what about. */
import type { z } from 'zod';
import type { Database } from '../database/database.ts';

export type TaskHelpers = {
  readonly now: Temporal.Instant;
  readonly db: Database;
  /** The process is about to end: whoever waits for something long gives up now, and is tried again. */
  readonly signal: AbortSignal;
  /** The first try is 1. */
  readonly attempt: number;
};

/**
 * Does a job. What it throws makes it wait and be tried again, so it must do no harm when it is done twice: a process that
 * dies after the work and before its commit leaves a job that is done again. The error is shown to administrators, so its
 * message never quotes what people wrote.
 */
export type Task = (payload: unknown, helpers: TaskHelpers) => Promise<void>;
export type Tasks = Readonly<Record<string, Task>>;

/** A task whose payload is read by `shape` first; one that does not fit is a failed job that names the field, never its value. */
export function task<T extends z.ZodType>(
  shape: T,
  work: (payload: z.output<T>, helpers: TaskHelpers) => Promise<void>,
): Task {
  return async (payload, helpers) => {
    const read = shape.safeParse(payload);
    if (!read.success) {
      const wrong = read.error.issues.map(({ path, code }) => `${path.join('.') || 'the payload'} (${code})`);
      throw new TypeError(`The job does not say what it should: ${wrong.join(', ')}.`);
    }
    await work(read.data, helpers);
  };
}

/** A task that comes by itself every day at this hour and minute in UTC. */
export type Daily = { readonly task: string; readonly hour: number; readonly minute: number };
