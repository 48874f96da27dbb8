/** The life of a server process: start, say where it is, and stop when it is told to. */
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import type { Config } from '../platform/config/config.ts';
import type { ProcessRole } from '../platform/config/settings.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { endNow } from '../platform/end-now.ts';
import { EXIT, type ExitCode } from '../platform/exit-code.ts';
import { type Log, openLog } from '../platform/log/log.ts';
import { buildWeb } from '../platform/web/build-web.ts';
import { writeMessage } from '../platform/write-output.ts';
import manifest from '../../package.json' with { type: 'json' };
import { configured, tellRefusal } from './configured.ts';
import type { RunningServer } from './start-server.ts';

export type ServeOptions = {
  readonly config?: string | undefined;
  readonly role?: ProcessRole | undefined;
  /** False: the API alone. */
  readonly web: boolean;
  readonly nextPort: boolean;
  /** Days of history of the demonstration that fills an empty installation; undefined: none. */
  readonly demoDays?: number | undefined;
};

/** How long requests and jobs under way are waited for. */
const PATIENCE_MS = 30_000;
/** How long a process that has stopped may take to end by itself. */
const LEFTOVERS_MS = 2_000;

/** Serves until SIGTERM, SIGINT or SIGHUP; a second one hurries. Gives the exit code. */
export async function serveUntilStopped(options: ServeOptions): Promise<ExitCode> {
  const loaded = await configured(options.config);
  if (!loaded) return EXIT.findings;
  const config: Config = { ...loaded, ...(options.role && { role: options.role }) };
  const log = openLog({ level: config.logLevel, readable: process.stdout.isTTY });
  const signals = listenForSignals();
  const web = options.web && config.role !== 'work' ? await buildWeb() : undefined;
  if (web && !web.ok) return refused(web.refusal);
  // Loaded late: a configuration that is wrong is told at once.
  const { startServer } = await import('./start-server.ts');
  const started = await startServer({
    config,
    clock: systemClock,
    log,
    version: manifest.version,
    webFolder: web?.value.folder,
    orNextPort: options.nextPort,
    demoDays: options.demoDays,
    giveUp: signals.told,
  });
  if (!started.ok) return refused(started.refusal);
  if (!signals.told.aborted) {
    await greet(started.value);
    // A process that is killed keeps nothing of what it compiled at its end, and the next start takes half as long again.
    flushCompileCache();
    await once(signals.told, 'abort');
  }
  await stopWithin(started.value, signals.hurried);
  endDespiteLeftovers(log);
  return EXIT.fine;
}

async function refused(refusal: Parameters<typeof tellRefusal>[0]): Promise<ExitCode> {
  await tellRefusal(refusal);
  return EXIT.findings;
}

/** Beside the log, which a person may not be reading. The link is a secret and has no business in a log. */
async function greet({ publicUrl, port, takenPort, setUpUrl }: RunningServer): Promise<void> {
  if (port === undefined) return;
  if (takenPort !== undefined) await writeMessage(`Port ${takenPort} is taken, so this is port ${port}.`);
  await writeMessage(`Tamarack: ${publicUrl}`);
  if (setUpUrl !== undefined)
    await writeMessage(
      `Nobody is here yet. This link makes the first administrator, once, within a day:\n  ${setUpUrl}`,
    );
}

/** Ctrl-C under npm comes twice: from the terminal, and from npm. */
const SAME_SIGNAL_MS = 300;

type Signals = {
  /** Aborted by the first signal. */
  readonly told: AbortSignal;
  /** Aborted by the second. */
  readonly hurried: AbortSignal;
};

function listenForSignals(): Signals {
  const [told, hurried] = [new AbortController(), new AbortController()];
  let isRepeat = false;
  const receive = () => {
    if (isRepeat) hurried.abort();
    told.abort();
    setTimeout(() => {
      isRepeat = true;
    }, SAME_SIGNAL_MS).unref();
  };
  // SIGHUP: the terminal was closed.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, receive);
  return { told: told.signal, hurried: hurried.signal };
}

async function stopWithin(server: RunningServer, hurried: AbortSignal): Promise<void> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  const hurry = AbortSignal.any([hurried, patience.signal]);
  await server.stop(hurry);
  clearTimeout(timer);
  // A statement that was not waited for would keep the process until the database answers.
  if (hurry.aborted) endNow(EXIT.fine);
}

/** What somebody left open must not keep a process that has stopped: it is named, and the process ends without it. */
function endDespiteLeftovers(log: Log): void {
  setTimeout(() => {
    log.warn({ left: process.getActiveResourcesInfo() }, 'something was left open; the process ends without it');
    endNow(EXIT.fine);
  }, LEFTOVERS_MS).unref();
}
