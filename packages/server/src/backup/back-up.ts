/** Makes a backup of a running installation: one file, one moment. */
import { access } from 'node:fs/promises';
import type { FileStore } from '../platform/files/file-store.ts';
import { whyUnwritable } from '../platform/why-unreadable.ts';
import { FORMAT, HEADER, JOBS, MANIFEST, type ArchiveHeader, type ArchiveManifest } from './archive-format.ts';
import { refuseBackup, type BackupResult } from './backup-refusals.ts';
import { noteBackup } from './last-backup-store.ts';
import {
  appliedMigrations,
  connectAsOwner,
  copyJobs,
  copyTable,
  hashesOfSnapshot,
  sequencesOf,
  tablesOf,
  takeSnapshot,
  type Copying,
  type Owner,
} from './snapshot-views.ts';
import { writeArchive, type Archive, type Written } from './write-archive.ts';

export type BackupParts = {
  /** Of the owner of the tables. */
  readonly ownerUrl: string;
  readonly files: FileStore;
  /** Where it goes; nothing may be there. */
  readonly path: string;
  /** Of the program. */
  readonly version: string;
  readonly now: Temporal.Instant;
  /** Hears how many bytes were taken, before compression. */
  readonly onBytes?: (bytes: number) => void;
};

export type BackupMade = {
  /** Bytes of the file. */
  readonly size: number;
  readonly tables: number;
  readonly rows: number;
  readonly jobs: number;
  readonly files: number;
  /** Hashes whose content could not be had: erased meanwhile, or lost. */
  readonly missing: readonly string[];
};

/**
 * Writes everything that the installation holds at one moment: rows, jobs that wait, files. The server goes on meanwhile.
 * Refuses where there is nothing to back up or the file cannot be written; throws where the database or the file store fails.
 */
export async function backUp(parts: BackupParts): Promise<BackupResult<BackupMade>> {
  if (await isThere(parts.path)) return refuseBackup('backup.unwritable', `${parts.path} is there already.`);
  const client = await connectAsOwner(parts.ownerUrl);
  try {
    await takeSnapshot(client);
    const migrations = await appliedMigrations(client);
    if (!migrations || migrations.length === 0) return refuseBackup('backup.nothing-there');
    const header: ArchiveHeader = {
      format: FORMAT,
      program: parts.version,
      createdAt: parts.now.toString(),
      migrations: [...migrations],
      tables: (await tablesOf(client)).map(({ name, columns }) => ({ name, columns: [...columns] })),
    };
    let manifest: ArchiveManifest | undefined;
    const size = await writeArchive(parts.path, parts.now, async (archive) => {
      manifest = await fill(archive, header, client, parts);
    });
    if (!manifest) throw new Error('A backup was written without its manifest.');
    await noteBackup(client, parts.now, size);
    return { ok: true, value: { size, ...summaryOf(manifest) } };
  } catch (error) {
    if (isOfFile(error, parts.path))
      return refuseBackup('backup.unwritable', `${parts.path}: ${whyUnwritable(error)}.`);
    throw error;
  } finally {
    await client.end();
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function fill(
  archive: Archive,
  header: ArchiveHeader,
  client: Owner,
  { files, onBytes = () => undefined }: BackupParts,
): Promise<ArchiveManifest> {
  await archive.add(HEADER, json(header));
  const addCopy = async (stream: string, copying: Copying) => {
    const written = await archive.addParts(stream, counted(copying, onBytes));
    return { rows: copying.rowCount, ...written };
  };
  const tables: ArchiveManifest['tables'] = [];
  for (const table of header.tables)
    tables.push({ name: table.name, ...(await addCopy(`tables/${table.name}`, copyTable(client, table))) });
  const jobs = await addCopy(JOBS, copyJobs(client));
  const sequences = [...(await sequencesOf(client))];
  const kept: ArchiveManifest['files'] = { count: 0, bytes: 0, missing: [] };
  for await (const hash of hashesOfSnapshot(client)) {
    const written = await addFile(archive, files, hash, onBytes);
    if (written?.sha256 === hash) {
      kept.count += 1;
      kept.bytes += written.bytes;
    } else kept.missing.push(hash);
  }
  const manifest = { tables, jobs, sequences, files: kept };
  await archive.add(MANIFEST, json(manifest));
  return manifest;
}

async function addFile(
  archive: Archive,
  files: FileStore,
  hash: string,
  onBytes: (bytes: number) => void,
): Promise<Written | undefined> {
  const content = await files.open(hash);
  return content ? archive.addParts(`files/${hash}`, counted(content, onBytes)) : undefined;
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.byteLength);
    yield chunk;
  }
}

function summaryOf({ tables, jobs, files }: ArchiveManifest): Omit<BackupMade, 'size'> {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { tables: tables.length, rows, jobs: jobs.rows, files: files.count, missing: files.missing };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The system's errors about the backup's own file, not about those of the file store. */
function isOfFile(error: unknown, path: string): boolean {
  const about = error instanceof Error && 'path' in error ? error.path : undefined;
  const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
  return isFull || (typeof about === 'string' && about.startsWith(path));
}
