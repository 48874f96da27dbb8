import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { CLEAN_ENVIRONMENT } from './cluster.ts';
import { refuseEmbedded, type EmbeddedResult } from './embedded-refusals.ts';
import { give } from './give.ts';
import { spawnedAs, type Identity } from './identity.ts';
import { lastLogLines } from './last-log-lines.ts';
import type { Layout } from './layout.ts';
import { clearOrphan, readPostmasterFile } from './postmaster-file.ts';
import { postmasterArguments } from './postmaster-settings.ts';

/** All that is needed to start postgres, the first time and after it has died. */
export type PostmasterPlace = {
  readonly layout: Layout;
  readonly socketFolder: string;
  readonly identity: Identity;
  readonly binaries: Binaries;
  readonly log: (line: string) => void;
};

/** How a postmaster ended. */
export type PostmasterEnd = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Postmaster = {
  readonly ended: Promise<PostmasterEnd>;
  /** Ends sessions, writes a checkpoint, and waits until the process is gone. */
  readonly stop: () => Promise<void>;
};

const LOOK_AGAIN_MILLISECONDS = 10;
const RETRY_MILLISECONDS = 100;
const PATIENCE_MILLISECONDS = 15_000;
const FAST_SHUTDOWN_MILLISECONDS = 60_000;

/** Dying backends of a killed postmaster keep its shared memory, and zombies its pid file, for up to seconds. */
const STILL_DYING = /pre-existing shared memory block|lock file ".*" already exists/;

/** Starts postgres and waits until it takes connections; recovery after a crash may take minutes. `abort` ends the attempt. */
export async function startPostmaster(place: PostmasterPlace, abort: AbortSignal): Promise<EmbeddedResult<Postmaster>> {
  const giveUpAt = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const cleared = await clearOrphan(place.layout, place.socketFolder, place.log);
    if (!cleared.ok) {
      return cleared;
    }
    const child = await spawnPostgres(place);
    const postmaster = postmasterOf(child);
    const isReady = await becomesReady(place, child, postmaster, abort);
    if (isReady) {
      return { ok: true, value: postmaster };
    }
    const lines = await lastLogLines(place.layout);
    if (abort.aborted || !STILL_DYING.test(lines) || performance.now() > giveUpAt) {
      return refuseEmbedded('database.start-failed', `PostgreSQL did not start. It said:\n${lines}`);
    }
    await pause(RETRY_MILLISECONDS);
  }
}

/** In a session of its own: neither Ctrl-C nor a closed terminal reaches it, only stop() and the end of this process. */
async function spawnPostgres(place: PostmasterPlace): Promise<ChildProcess> {
  const { layout, identity, binaries } = place;
  await mkdir(layout.log, { recursive: true, mode: 0o700 });
  await give(layout.log, identity);
  await rm(layout.startLog, { force: true });
  const startLog = await open(layout.startLog, 'wx', 0o600);
  try {
    const child = spawn(binaries.postgres, postmasterArguments(layout, place.socketFolder), {
      ...spawnedAs(identity),
      cwd: layout.folder,
      env: CLEAN_ENVIRONMENT,
      detached: true,
      stdio: ['ignore', startLog.fd, startLog.fd],
    });
    await once(child, 'spawn');
    return child;
  } finally {
    await startLog.close();
  }
}

function postmasterOf(child: ChildProcess): Postmaster {
  const shutDown = (): void => void child.kill('SIGINT');
  const ended = once(child, 'exit').then(([code, signal]: unknown[]) => {
    process.off('exit', shutDown);
    return { code, signal } as PostmasterEnd;
  });
  // Whoever ends without stop(), by an uncaught error for one, leaves no server behind; SIGKILL does, see clearOrphan.
  process.on('exit', shutDown);
  child.unref();
  const stop = async (): Promise<void> => {
    child.ref();
    shutDown();
    const quit = setTimeout(() => child.kill('SIGQUIT'), FAST_SHUTDOWN_MILLISECONDS);
    await ended;
    clearTimeout(quit);
  };
  return { ended, stop };
}

async function becomesReady(
  place: PostmasterPlace,
  child: ChildProcess,
  postmaster: Postmaster,
  abort: AbortSignal,
): Promise<boolean> {
  const giveUp = (): void => void postmaster.stop();
  abort.addEventListener('abort', giveUp);
  if (abort.aborted) {
    giveUp();
  }
  try {
    while (child.exitCode === null && child.signalCode === null) {
      const file = await readPostmasterFile(place.layout);
      if (file?.pid === child.pid && file?.state === 'ready' && !abort.aborted) {
        return true;
      }
      await Promise.race([postmaster.ended, pause(LOOK_AGAIN_MILLISECONDS)]);
    }
    return false;
  } finally {
    abort.removeEventListener('abort', giveUp);
  }
}
