import { findBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { refuseEmbedded, type EmbeddedResult } from './embedded-refusals.ts';
import { holdFolder, type Hold } from './holder.ts';
import { startPostmaster, type Postmaster } from './postmaster.ts';
import { prepareFolder, type Prepared } from './prepare-folder.ts';
import { prepareSocketFolder, removeSocketFolder, socketFolderOf } from './socket-folder.ts';
import { supervise, type UnexpectedExit } from './supervise.ts';
import { ensureDatabase, urlOf } from './embedded-database-store.ts';

export type { EmbeddedResult, UnexpectedExit };

/** A PostgreSQL of our own, serving. */
export type Embedded = {
  /** For `pg` and libpq: the superuser of the migrations, by a Unix socket that only this user (and root) can reach. */
  readonly url: string;
  /** Ends all sessions, waits until PostgreSQL is down, and frees the folder. May be called twice. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** The folder of the cluster and all that belongs to it; made if it is not there. */
  readonly folder: string;
  /** Lines for the operator: an orphan stopped, a restart. */
  readonly log?: (line: string) => void;
  /** PostgreSQL ended unasked, and is being started again: the pool has to connect anew. */
  readonly onExit?: (exit: UnexpectedExit) => void;
};

/**
 * Starts the embedded PostgreSQL from `folder`, making the cluster at first, and keeps it running. One process at a time serves a
 * folder; a second one is refused with the id of the first. What the system denies is refused as `database.start-failed`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedResult<Embedded>> {
  try {
    const prepared = await prepareFolder(options.folder);
    if (!prepared.ok) {
      return prepared;
    }
    const hold = await holdFolder(prepared.value.layout.folder, prepared.value.identity);
    if (!hold.ok) {
      return hold;
    }
    return await startHeld(prepared.value, hold.value, options);
  } catch (error) {
    if (error instanceof Error && ('syscall' in error || 'errcode' in error)) {
      return refuseEmbedded('database.start-failed', `PostgreSQL did not start: ${error.message}.`);
    }
    throw error;
  }
}

async function startHeld(prepared: Prepared, hold: Hold, options: EmbeddedOptions): Promise<EmbeddedResult<Embedded>> {
  const started = await serve(prepared, options).catch(async (error: unknown) => {
    await hold.release();
    throw error;
  });
  if (!started.ok) {
    await hold.release();
    return started;
  }
  const { url, stop } = started.value;
  let stopped: Promise<void> | undefined;
  return {
    ok: true,
    value: {
      url,
      stop: () => {
        stopped ??= stop().then(() => hold.release());
        return stopped;
      },
    },
  };
}

async function serve({ layout, identity }: Prepared, options: EmbeddedOptions): Promise<EmbeddedResult<Embedded>> {
  const { log = () => undefined, onExit = () => undefined } = options;
  const binaries = await findBinaries(layout.folder, identity);
  if (!binaries.ok) {
    return binaries;
  }
  const cluster = await ensureCluster(layout, binaries.value, identity);
  if (!cluster.ok) {
    return cluster;
  }
  const place = { layout, identity, binaries: binaries.value, socketFolder: socketFolderOf(layout), log };
  const start = async (abort: AbortSignal): Promise<EmbeddedResult<Postmaster>> => {
    // Each time, because a cleaner of temporary folders may have been there.
    const socket = await prepareSocketFolder(layout, identity);
    return socket.ok ? startPostmaster(place, abort) : socket;
  };
  const postmaster = await start(new AbortController().signal);
  if (!postmaster.ok) {
    return postmaster;
  }
  const endSupervision = supervise(postmaster.value, start, { onExit, log });
  const stop = async (): Promise<void> => {
    await endSupervision();
    await removeSocketFolder(layout);
  };
  try {
    await ensureDatabase(place.socketFolder, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ok: true, value: { url: urlOf(place.socketFolder), stop } };
}
