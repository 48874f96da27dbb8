/** Restores a backup into an empty database and the file store: everything, or nothing. */
import type { FileStore } from '../platform/files/file-store.ts';
import { prepareDatabase } from '../platform/database/prepare-database.ts';
import { whyUnreadable } from '../platform/why-unreadable.ts';
import { refuseBackup, type BackupResult } from './backup-refusals.ts';
import { fitsProgram } from './fits-program.ts';
import { load, type Loaded } from './load.ts';
import { analyse, beginAsOwner, firstTableWithRows } from './load-store.ts';
import { findDamage } from './read-archive.ts';
import { readHeader } from './read-header.ts';
import { appliedMigrations, connectAsOwner } from './snapshot-views.ts';

export type RestoreParts = {
  readonly path: string;
  /** Of the owner of the tables; the database is there, and empty. */
  readonly ownerUrl: string;
  readonly files: FileStore;
  /** Of the program. */
  readonly version: string;
  /** Hears how many bytes of the file were read; in the end it is twice its size. */
  readonly onBytes?: (bytes: number) => void;
};

export type Restored = Loaded & { readonly createdAt: string; readonly program: string };

/**
 * Refuses, before anything is changed, a file that is damaged or that this program is too old for, and a database that is
 * not empty. A restore that fails later leaves the empty tables, into which it can be tried again.
 */
export async function restore(parts: RestoreParts): Promise<BackupResult<Restored>> {
  const { path, ownerUrl, version, onBytes = () => undefined } = parts;
  const checked = await checkedHeader(path, onBytes);
  if (!checked.ok) return checked;
  const header = checked.value;
  const last = header.migrations.length;
  const fits = fitsProgram(header, version);
  if (!fits.ok) return fits;
  const empty = await refuseUnlessEmpty(ownerUrl, last);
  if (!empty.ok) return empty;
  const prepared = await prepareDatabase(ownerUrl, last);
  if (!prepared.ok) return prepared;
  const client = await connectAsOwner(ownerUrl);
  try {
    const loaded = await load(client, header, { ...parts, onBytes });
    if (!loaded.ok) return loaded;
    const brought = await prepareDatabase(ownerUrl);
    if (!brought.ok) return brought;
    await analyse(client);
    return { ok: true, value: { ...loaded.value, createdAt: header.createdAt, program: header.program } };
  } finally {
    await client.end();
  }
}

async function checkedHeader(path: string, onBytes: (bytes: number) => void) {
  try {
    const damage = await findDamage(path, onBytes);
    return damage === undefined ? await readHeader(path) : refuseBackup('backup.damaged', damage);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      return refuseBackup('backup.unreadable', `${path}: ${whyUnreadable(error)}.`);
    throw error;
  }
}

/** A schema without a row is what an interrupted restore leaves, and is as good as none. */
async function refuseUnlessEmpty(ownerUrl: string, last: number): Promise<BackupResult<undefined>> {
  const client = await connectAsOwner(ownerUrl);
  try {
    await beginAsOwner(client);
    const table = await firstTableWithRows(client);
    if (table !== undefined) return refuseBackup('backup.not-empty', `The database is not empty: there is ${table}.`);
    const applied = (await appliedMigrations(client)) ?? [];
    return applied.length > last
      ? refuseBackup('backup.not-empty', 'The database has the tables of a later version than the backup.')
      : { ok: true, value: undefined };
  } finally {
    await client.end();
  }
}
