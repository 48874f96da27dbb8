/** Fills the empty tables and the file store from a backup, checks every figure, and only then commits. */
import type { FileStore } from '../platform/files/file-store.ts';
import { archiveManifest, HEADER, JOBS, MANIFEST, type ArchiveHeader, type ArchiveManifest } from './archive-format.ts';
import { archiveStreams, type ArchiveStream } from './archive-streams.ts';
import { refuseBackup, type BackupResult } from './backup-refusals.ts';
import { restoreJobs } from './job-store.ts';
import { beginAsOwner, fillTable, firstTableWithRows, makeLoadable, setSequences } from './load-store.ts';
import { readArchive } from './read-archive.ts';
import { jsonOf } from './read-header.ts';
import { tablesOf, type Owner } from './snapshot-views.ts';

export type Loaded = {
  readonly tables: number;
  readonly rows: number;
  readonly jobs: number;
  readonly files: number;
  /** Hashes whose content the backup did not have either. */
  readonly missing: readonly string[];
};

type LoadParts = { readonly path: string; readonly files: FileStore; readonly onBytes: (bytes: number) => void };
type Figures = { readonly rows: number; readonly bytes: number; readonly sha256: string };
type Took = { readonly streams: Map<string, Figures>; readonly manifest: ArchiveManifest | undefined };

export async function load(client: Owner, header: ArchiveHeader, parts: LoadParts): Promise<BackupResult<Loaded>> {
  const differs = await differingTable(client, header);
  if (differs !== undefined)
    return refuseBackup('backup.other-schema', `The table ${differs} of the backup is not that of this program.`);
  await beginAsOwner(client);
  const { makeFast } = await makeLoadable(client);
  const full = await firstTableWithRows(client);
  if (full !== undefined) return refuseBackup('backup.not-empty', `The database is not empty: there is ${full}.`);
  const { streams, manifest } = await takeStreams(client, header, parts);
  const wrong = manifest ? differingStream(streams, manifest) : MANIFEST;
  if (!manifest || wrong !== undefined)
    return refuseBackup('backup.damaged', `The backup does not agree with itself: see ${wrong}.`);
  await setSequences(client, manifest.sequences);
  await makeFast();
  await client.query('commit');
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const { count, missing } = manifest.files;
  return { ok: true, value: { tables: manifest.tables.length, rows, jobs: manifest.jobs.rows, files: count, missing } };
}

async function takeStreams(client: Owner, header: ArchiveHeader, { path, files, onBytes }: LoadParts): Promise<Took> {
  const tables = new Map(header.tables.map((table) => [`tables/${table.name}`, table]));
  const streams = new Map<string, Figures>();
  let manifest: ArchiveManifest | undefined;
  for await (const stream of archiveStreams(readArchive(path, onBytes))) {
    const table = tables.get(stream.name);
    if (table) streams.set(stream.name, { rows: await fillTable(client, table, stream.content), ...stream.figures() });
    else if (stream.name === JOBS)
      streams.set(JOBS, { rows: await restoreJobs(client, stream.content), ...stream.figures() });
    else if (stream.name === MANIFEST) manifest = archiveManifest.safeParse(await jsonOf(stream.content)).data;
    else if (stream.name === HEADER) await jsonOf(stream.content);
    else await takeFile(files, stream);
  }
  return { streams, manifest };
}

/** A file that the backup found spoilt is taken under the hash that it has: nothing names it, and nothing is lost. */
async function takeFile(files: FileStore, { name, content }: ArchiveStream): Promise<void> {
  if (!name.startsWith('files/')) throw new TypeError(`No backup has ${name}.`);
  await files.put(content, { maxBytes: Number.MAX_SAFE_INTEGER });
}

function differingStream(streams: Map<string, Figures>, { tables, jobs }: ArchiveManifest): string | undefined {
  const wanted = [
    ...tables.map(({ name, ...figures }) => ({ name: `tables/${name}`, figures })),
    { name: JOBS, figures: jobs },
  ];
  const wrong = wanted.find(({ name, figures }) => {
    const found = streams.get(name);
    return found?.rows !== figures.rows || found.bytes !== figures.bytes || found.sha256 !== figures.sha256;
  });
  return wrong?.name ?? [...streams.keys()].find((name) => !wanted.some((stream) => stream.name === name));
}

async function differingTable(client: Owner, { tables }: ArchiveHeader): Promise<string | undefined> {
  const here = new Map((await tablesOf(client)).map(({ name, columns }) => [name, columns.join(' ')]));
  const differing = tables.find(({ name, columns }) => here.get(name) !== columns.join(' '));
  const known = new Set(tables.map(({ name }) => name));
  return differing?.name ?? [...here.keys()].find((name) => !known.has(name));
}
