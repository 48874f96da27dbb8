/** Puts one process together: database, web and API, jobs and deadlines; and takes it apart again. */
import type { FastifyInstance } from 'fastify';
import { buildApplication, daily, everyMinute, tasksOf } from '../application/index.ts';
import { openIdentity, setUpLink } from '../identity/index.ts';
import { startWatcher } from '../obligations/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { type Database, openDatabase } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { openFileStore } from '../platform/files/open-file-store.ts';
import { startJobs } from '../platform/jobs/start-jobs.ts';
import type { Log } from '../platform/log/log.ts';
import { smtpMailer } from '../platform/mail/smtp-mailer.ts';
import { type Metrics, openMetrics } from '../platform/metrics/metrics.ts';
import { serveMetrics } from '../platform/metrics/serve-metrics.ts';
import { serveWeb } from '../platform/web/serve-web.ts';
import { serveApiDocs } from './api-docs.ts';
import { buildProbes } from './build-probes.ts';
import { findPort } from './find-port.ts';
import { listenUntil } from './listen-until.ts';
import { nudging } from './nudging.ts';
import { serveHealth } from './health.ts';
import { openPrepared } from './open-prepared.ts';
import { lagOfLedger } from './readiness-views.ts';
import { refuseStart, type StartResult } from './start-refusals.ts';

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

export type RunningServer = {
  /** The port it listens on; undefined for a process that only works and was given none. */
  readonly port: number | undefined;
  /** The port that was wanted and taken, where another one serves instead. */
  readonly takenPort: number | undefined;
  readonly publicUrl: string;
  /** The one-time link that makes the first administrator, where there is none yet. */
  readonly setUpUrl: string | undefined;
  /** Stops accepting, lets requests finish and jobs return, and ends the database. Once `hurry` is aborted nothing is waited for. */
  readonly stop: (hurry: AbortSignal) => Promise<void>;
};

const USUAL_PORT = 8080;

/** Starts it. Refused with a sentence and a remedy where the configuration, the port or the database does not allow it. */
export async function startServer(parts: ServerParts): Promise<StartResult<RunningServer>> {
  const { config, clock, log } = parts;
  const { role, host } = config;
  if (role !== 'all' && config.databaseUrl === undefined) return refuseStart('server.alone');
  const wanted = config.port ?? (role === 'work' ? undefined : USUAL_PORT);
  const found = wanted === undefined ? undefined : await findPort(host, wanted, parts.orNextPort);
  if (found && !found.ok) return found;
  const port = found?.value;
  const publicUrl = config.publicUrl ?? `http://localhost:${port ?? USUAL_PORT}`;
  const files = openFileStore(config.filesUrl);
  if (!files.ok) return files;

  const hurrying = new AbortController();
  const stopping = new AbortController();
  await using opened = new AsyncDisposableStack();
  const prepared = await openPrepared(config, log);
  if (!prepared.ok) return prepared;
  const { url, stop, applied } = prepared.value;
  opened.defer(stop);
  if (applied.length > 0) log.info({ applied }, 'the database was brought to the schema of this program');
  const db = openDatabase({
    url,
    connections: config.databaseConnections,
    onError: (error) => log.warn({ err: error }, 'a connection to the database was lost'),
  });
  opened.defer(() => unlessHurried(db.close(), hurrying.signal));
  const { demoDays: days, giveUp } = parts;
  if (days !== undefined && role !== 'work') {
    const { fillWithDemo } = await import('./fill-with-demo.ts');
    const { filesUrl, logLevel } = config;
    await fillWithDemo({ db, url, publicUrl, filesUrl, logLevel, now: clock.now(), days, giveUp });
  }
  const metrics = openMetrics(db, () => db.read(SYSTEM, (tx) => lagOfLedger(tx, clock.now())));

  let heard = db;
  if (role !== 'serve')
    heard = startWork({ ...parts, url, publicUrl, db, files: files.value, metrics, opened, hurrying });
  const plugins = [
    (app: FastifyInstance) => {
      serveHealth(app, db, stopping.signal);
      serveMetrics(app, metrics, config.metricsToken);
    },
  ];
  if (role === 'work') {
    if (port !== undefined) opened.defer(await listenUntil(buildProbes(log, plugins), { host, port }, hurrying.signal));
  } else {
    const identity = await openIdentity({
      db: heard,
      url,
      clock,
      publicUrl,
      onProblem: (message) => log.warn({ from: 'sign-in' }, message),
    });
    opened.defer(() => unlessHurried(identity.close(), hurrying.signal));
    const { webFolder } = parts;
    const app = await buildApplication({
      db: heard,
      clock,
      publicUrl,
      files: files.value,
      hasMailServer: config.smtpUrl !== undefined,
      version: parts.version,
      logger: log,
      requestsPerMinute: config.rateLimit,
      visitorOf: identity.visitorOf,
      plugins: [
        ...plugins,
        serveApiDocs,
        identity.plugin,
        ...(webFolder === undefined ? [] : [(instance: FastifyInstance) => serveWeb(instance, webFolder)]),
      ],
    });
    opened.defer(await listenUntil(app, { host, port: port ?? USUAL_PORT }, hurrying.signal));
  }
  const setUpUrl = role === 'work' ? undefined : await setUpLink(db, publicUrl, clock.now());
  log.info({ role, host, port, publicUrl, pid: process.pid }, 'ready');
  const running = opened.move();
  return {
    ok: true,
    value: {
      port,
      takenPort: wanted === 0 || wanted === port ? undefined : wanted,
      publicUrl,
      setUpUrl,
      stop: async (hurry) => {
        log.info('stopping');
        stopping.abort();
        if (hurry.aborted) hurrying.abort();
        else hurry.addEventListener('abort', () => hurrying.abort(), { once: true });
        await running.disposeAsync();
        log.info('stopped');
      },
    },
  };
}

type WorkParts = ServerParts & {
  readonly url: string;
  readonly db: Database;
  readonly publicUrl: string;
  readonly files: FileStore;
  readonly metrics: Metrics;
  readonly opened: AsyncDisposableStack;
  readonly hurrying: AbortController;
};

/** Jobs and the watcher. Gives the database through which what is written wakes the watcher. */
function startWork({ config, clock, log, url, publicUrl, db, files, metrics, opened, hurrying }: WorkParts): Database {
  const mailer = config.smtpUrl === undefined ? undefined : smtpMailer(config.smtpUrl);
  opened.defer(() => mailer?.close());
  const watcher = startWatcher({
    db,
    clock,
    onWoken: ({ changed, accounts }) => {
      metrics.obligations.inc(changed);
      log.debug({ changed, accounts: accounts.length }, 'deadlines were marked');
    },
    onFailure: (error, accountId) => log.error({ err: error, accountId }, 'deadlines could not be looked at'),
  });
  opened.defer(() => unlessHurried(watcher.stop(), hurrying.signal));
  const jobs = startJobs({
    url,
    db,
    clock,
    tasks: tasksOf({ files, mail: { mailer, publicUrl, from: { address: config.mailFrom ?? '' } } }),
    daily,
    everyMinute,
    concurrency: config.jobs,
    log,
    onEnd: (task, how) => metrics.jobs.inc({ task, how }),
  });
  opened.defer(() => unlessHurried(jobs.stop(hurrying.signal), hurrying.signal));
  return nudging(db, watcher.nudge);
}

/** Waits for `ending`, but not once everything has to hurry. */
async function unlessHurried(ending: Promise<void>, hurry: AbortSignal): Promise<void> {
  const hurried = Promise.withResolvers<void>();
  if (hurry.aborted) hurried.resolve();
  else hurry.addEventListener('abort', () => hurried.resolve(), { once: true });
  await Promise.race([ending.catch(() => undefined), hurried.promise]);
}
