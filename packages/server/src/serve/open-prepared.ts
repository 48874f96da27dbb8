/** The database of an installation: the embedded one or a served one, brought to the schema of this program. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/config/config.ts';
import { startEmbedded } from '../platform/database/embedded/start-embedded.ts';
import { prepareDatabase } from '../platform/database/prepare-database.ts';
import type { Log } from '../platform/log/log.ts';
import { whyUnwritable } from '../platform/why-unreadable.ts';
import { refuseStart, type StartResult } from './start-refusals.ts';

export type Prepared = {
  /** The owner's connection string. Holds a password where the database is served. */
  readonly url: string;
  /** The migrations that were applied just now. */
  readonly applied: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Others may pass the folder, because PostgreSQL runs as another user under root; what is below it is closed. */
const PASSABLE = 0o711;

export async function openPrepared({ databaseUrl, dataFolder }: Config, log: Log): Promise<StartResult<Prepared>> {
  const embedded = databaseUrl === undefined ? await openEmbedded(dataFolder, log) : undefined;
  if (embedded && !embedded.ok) return embedded;
  const url = embedded ? embedded.value.url : (databaseUrl ?? '');
  const stop = embedded ? embedded.value.stop : () => Promise.resolve();
  try {
    const prepared = await prepareDatabase(url);
    if (prepared.ok) return { ok: true, value: { url, applied: prepared.value.applied, stop } };
    await stop();
    return prepared;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openEmbedded(dataFolder: string, log: Log) {
  try {
    await mkdir(dataFolder, { recursive: true, mode: PASSABLE });
  } catch (error) {
    return refuseStart(
      'server.no-data-folder',
      `The data folder ${dataFolder} cannot be made: ${whyUnwritable(error)}.`,
    );
  }
  return startEmbedded({
    folder: join(dataFolder, 'database'),
    log: (line) => log.info({ from: 'database' }, line),
    onExit: (exit) => log.error({ ...exit }, 'the database ended and is started again'),
  });
}
