import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { refuseEmbedded, type EmbeddedResult } from './embedded-refusals.ts';
import { commandOf, workingDirectoryOf } from './living-process.ts';
import type { Layout } from './layout.ts';
import { SOCKET_FILE } from './socket-folder.ts';

const LOOK_AGAIN_MILLISECONDS = 10;
const FAST_SHUTDOWN_MILLISECONDS = 60_000;
const QUIT_MILLISECONDS = 10_000;

/** What `postmaster.pid` says: the first line is the process, the eighth its state (`starting`, `ready`, `stopping` …). */
export async function readPostmasterFile(layout: Layout): Promise<{ pid: number; state: string } | undefined> {
  const text = await readFile(join(layout.data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, state: (lines[7] ?? '').trim() } : undefined;
}

/**
 * Stops a postmaster that a killed Tamarack has left, and clears the files of one that is dead. The folder is held, so no
 * other Tamarack can own it. It is stopped and not taken over: so it always runs with today's binaries
 * and settings, and as a child whose end is noticed.
 *
 * The files of a dead one must go: PostgreSQL only asks whether a process of that number exists, and zombies or,
 * in a container, quite other processes have it. That backends of the dead one may still run is seen by PostgreSQL itself, by
 * the shared memory of the folder. Danger: an orphan in another container has neither a number nor memory that shows
 * here, and two postmasters ruin a cluster; but its socket answers here too.
 */
export async function clearOrphan(
  layout: Layout,
  socketFolder: string,
  log: (line: string) => void,
): Promise<EmbeddedResult<undefined>> {
  const orphan = await readPostmasterFile(layout);
  if (orphan !== undefined && (await isPostmasterOf(orphan.pid, layout))) {
    log(`stopping the PostgreSQL (process ${orphan.pid}) that an earlier Tamarack has left running`);
    if (!(await stopOrphan(orphan.pid, layout))) {
      return refuseEmbedded(
        'database.start-failed',
        `The PostgreSQL left running (process ${orphan.pid}) does not stop.`,
      );
    }
  }
  if (await answers(join(socketFolder, SOCKET_FILE))) {
    return refuseEmbedded(
      'database.folder-in-use',
      `A PostgreSQL that cannot be seen from here, perhaps in another container, serves from ${layout.folder}.`,
    );
  }
  await rm(join(layout.data, 'postmaster.pid'), { force: true });
  await rm(join(socketFolder, SOCKET_FILE), { force: true });
  await rm(join(socketFolder, `${SOCKET_FILE}.lock`), { force: true });
  return { ok: true, value: undefined };
}

async function answers(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false; // no such file, or nobody behind it
  } finally {
    socket.destroy();
  }
}

/** Whether it went. */
async function stopOrphan(pid: number, layout: Layout): Promise<boolean> {
  signal(pid, 'SIGINT');
  const quitAt = performance.now() + FAST_SHUTDOWN_MILLISECONDS;
  let hasQuit = false;
  while (await isPostmasterOf(pid, layout)) {
    if (performance.now() > quitAt + QUIT_MILLISECONDS) {
      return false;
    }
    if (!hasQuit && performance.now() > quitAt) {
      signal(pid, 'SIGQUIT'); // at once and without a checkpoint; the next start replays the log
      hasQuit = true;
    }
    await pause(LOOK_AGAIN_MILLISECONDS);
  }
  return true;
}

/** A process id alone proves nothing, it may have been given again: the process must have been started for this folder. */
async function isPostmasterOf(pid: number, layout: Layout): Promise<boolean> {
  const command = await commandOf(pid);
  if (command === undefined) {
    return false;
  }
  const namesFolder = command.includes(`\0${layout.data}\0`) || command.includes(` -D ${layout.data} `);
  return namesFolder || (await workingDirectoryOf(pid)) === layout.data;
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It has gone in the meantime, which is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
      throw error;
    }
  }
}
