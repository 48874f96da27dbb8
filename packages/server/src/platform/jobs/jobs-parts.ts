/** What jobs are run with. */
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { Daily, Tasks } from './task.ts';

export type JobsParts = {
  /** The owner's connection string: the tables of the queue are its. */
  readonly url: string;
  readonly db: Database;
  readonly clock: Clock;
  readonly tasks: Tasks;
  readonly daily: readonly Daily[];
  /** Tasks that come by themselves every minute. */
  readonly everyMinute: readonly string[];
  /** Jobs at the same time. */
  readonly concurrency: number;
  readonly log: Log;
  /** A job ended: done, to be tried again, or given up. */
  readonly onEnd?: (task: string, how: 'done' | 'retried' | 'failed') => void;
};
