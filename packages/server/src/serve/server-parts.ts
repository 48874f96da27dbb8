/** What a process is started with, and what its parts share while it starts. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Log } from '../platform/log/log.ts';
import type { Metrics } from '../platform/metrics/metrics.ts';

export type ServerParts = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  /** The built web application; undefined: the API alone. */
  readonly webFolder: string | undefined;
  /** Days of history of the demonstration that fills an empty installation; undefined: none. */
  readonly demoDays: number | undefined;
  /** Aborted where the server is told to stop before it has started. */
  readonly giveUp: AbortSignal;
  /** A port that is taken is no reason to refuse: the next free one is as good. */
  readonly orNextPort: boolean;
};

export type SharedParts = ServerParts & {
  readonly db: Database;
  /** The owner's connection string. */
  readonly url: string;
  readonly publicUrl: string;
  readonly files: FileStore;
  readonly metrics: Metrics;
  /** How it is watched: health and metrics. */
  readonly probes: (app: FastifyInstance) => void;
  /** What ends with the process, the last one first. */
  readonly opened: AsyncDisposableStack;
  /** Aborted once nothing is waited for any more. */
  readonly hurrying: AbortSignal;
};

/** Where a process listens. */
export type Address = { readonly host: string; readonly port: number };
