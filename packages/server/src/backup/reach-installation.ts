/** The database and the files that the configuration names, for what is done beside a running server or before it runs. */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/config/config.ts';
import { refuseDatabase } from '../platform/database/database-refusals.ts';
import { urlOfRunning } from '../platform/database/embedded/running-url.ts';
import { startEmbedded } from '../platform/database/embedded/start-embedded.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { openFileStore } from '../platform/files/open-file-store.ts';
import { refuseBackup, type BackupResult } from './backup-refusals.ts';
import { appliedMigrations, connectAsOwner } from './snapshot-views.ts';

export type Installation = {
  readonly ownerUrl: string;
  readonly files: FileStore;
  readonly leave: () => Promise<void>;
};

/** Others may pass the folder, because PostgreSQL runs as another user under root. */
const PASSABLE = 0o711;

/**
 * `for: 'backup'` reaches what is there, running or not; `for: 'restore'` makes the embedded database if need be, and is
 * refused while a server runs on it. Call `leave` at the end.
 */
export async function reachInstallation(
  config: Config,
  purpose: 'backup' | 'restore',
): Promise<BackupResult<Installation>> {
  const files = openFileStore(config.filesUrl);
  if (!files.ok) return files;
  const database =
    config.databaseUrl === undefined
      ? await reachEmbedded(config.dataFolder, purpose)
      : { ok: true as const, value: { ownerUrl: config.databaseUrl, leave: () => Promise.resolve() } };
  if (!database.ok) return database;
  try {
    const client = await connectAsOwner(database.value.ownerUrl);
    const applied = await appliedMigrations(client);
    await client.end();
    if (purpose === 'backup' && !applied?.length) {
      await database.value.leave();
      return refuseBackup('backup.nothing-there');
    }
  } catch (error) {
    await database.value.leave();
    const why = error instanceof Error ? error.message : String(error);
    return refuseDatabase('database.unreachable', `The database cannot be reached: ${why}.`);
  }
  return { ok: true, value: { ...database.value, files: files.value } };
}

async function reachEmbedded(
  dataFolder: string,
  purpose: 'backup' | 'restore',
): Promise<BackupResult<Omit<Installation, 'files'>>> {
  const folder = join(dataFolder, 'database');
  if (purpose === 'restore') await mkdir(dataFolder, { recursive: true, mode: PASSABLE });
  else if (!(await isFolder(folder)))
    return refuseBackup('backup.nothing-there', `There is no Tamarack in the data folder ${dataFolder}.`);
  const started = await startEmbedded({ folder });
  if (started.ok) return { ok: true, value: { ownerUrl: started.value.url, leave: started.value.stop } };
  if (purpose === 'restore' || started.refusal.code !== 'database.folder-in-use') return started;
  return { ok: true, value: { ownerUrl: await urlOfRunning(folder), leave: () => Promise.resolve() } };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
