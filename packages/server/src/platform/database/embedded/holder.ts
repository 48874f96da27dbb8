import { accessSync, constants } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { refuseEmbedded, type EmbeddedResult } from './embedded-refusals.ts';
import { give } from './give.ts';
import type { Identity } from './identity.ts';
import { commandOf } from './living-process.ts';

/** The right to serve from a folder, until released or until this process is gone. */
export type Hold = { readonly release: () => Promise<void> };

/** The first file in a folder of ours. */
export const HOLDER_LOCK = 'holder.lock';

const SQLITE_BUSY = 5;
const RETRY_MILLISECONDS = 20;
const PATIENCE_MILLISECONDS = 2000;

/** Keeps the locks from the garbage collector: a collected connection would silently give its lock back. */
const held = new Set<DatabaseSync>();

/**
 * Takes the exclusive hold on `folder`, or refuses with the process id of whoever has it.
 *
 * Node has no flock, but its SQLite locks a file by fcntl: the kernel frees the lock with the process, however it
 * dies, it is not inherited by the postmaster, and it excludes across containers that share the folder. Nothing is ever
 * written to that file. Danger: POSIX drops the lock when *any* descriptor of the file is closed by this process, so
 * nobody else may open `holder.lock`.
 */
export async function holdFolder(folder: string, identity: Identity): Promise<EmbeddedResult<Hold>> {
  const pidFile = join(folder, 'holder.pid');
  const giveUpAt = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const lock = tryLock(join(folder, HOLDER_LOCK));
    if (lock !== undefined) {
      await writeFile(`${pidFile}.new`, `${process.pid}\n`, { mode: 0o600 });
      await rename(`${pidFile}.new`, pidFile);
      // Root may start what an ordinary user goes on with.
      await give(join(folder, HOLDER_LOCK), identity);
      held.add(lock);
      return { ok: true, value: { release: () => release(lock, pidFile) } };
    }
    const holder = await livingHolder(pidFile);
    // A holder that has only just got the lock has not written its id yet.
    if (holder !== undefined || performance.now() > giveUpAt) {
      const who = holder === undefined ? 'Another process' : `The process ${holder}`;
      return refuseEmbedded('database.folder-in-use', `${who} serves from the data folder ${folder}.`);
    }
    await pause(RETRY_MILLISECONDS);
  }
}

function tryLock(path: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(path);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    // Of a file that may only be read, SQLite begins a transaction as well, without any lock and without a word.
    accessSync(path, constants.W_OK);
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) {
      return undefined;
    }
    throw error;
  }
}

async function livingHolder(pidFile: string): Promise<number | undefined> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''));
  return pid > 0 && (await commandOf(pid)) !== undefined ? pid : undefined;
}

async function release(lock: DatabaseSync, pidFile: string): Promise<void> {
  await rm(pidFile, { force: true });
  held.delete(lock);
  lock.close();
}
