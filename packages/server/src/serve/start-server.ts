/** Puts one process together: database, web and API, jobs and deadlines; and takes it apart again. */
import { setUpLink } from '../identity/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { openDatabase } from '../platform/database/database.ts';
import { tellWorkers } from '../platform/jobs/tell-workers-store.ts';
import { openFileStore } from '../platform/files/open-file-store.ts';
import { openMetrics } from '../platform/metrics/metrics.ts';
import { serveMetrics } from '../platform/metrics/serve-metrics.ts';
import { buildProbes } from './build-probes.ts';
import { findPort } from './find-port.ts';
import { serveHealth } from './health.ts';
import { lagOfLedger } from './lag-views.ts';
import { listenUntil } from './listen-until.ts';
import { nudging } from './nudging.ts';
import { openPrepared } from './open-prepared.ts';
import type { ServerParts, SharedParts } from './server-parts.ts';
import { refuseStart, type StartResult } from './start-refusals.ts';
import { startWeb } from './start-web.ts';
import { startWork } from './start-work.ts';
import { unlessHurried } from './unless-hurried.ts';

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
  const probes: SharedParts['probes'] = (app) => {
    serveHealth(app, db, stopping.signal);
    serveMetrics(app, metrics, config.metricsToken);
  };
  // Whoever is closing down or has lost its database tells nobody.
  const told = nudging(db, () => void tellWorkers(db.pool).catch(() => undefined));
  const shared = {
    ...parts,
    db: told,
    url,
    publicUrl,
    files: files.value,
    metrics,
    probes,
    opened,
    hurrying: hurrying.signal,
  };
  const heard = role === 'serve' ? told : startWork(shared);
  if (port !== undefined) {
    if (role === 'work') opened.defer(await listenUntil(buildProbes(log, [probes]), { host, port }, hurrying.signal));
    else await startWeb({ ...shared, db: heard }, { host, port });
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
