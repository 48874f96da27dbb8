/**
 * What a backup is: a tar under zstd, which `tar --zstd -xf` opens as well. First header.json, then the tables as
 * PostgreSQL's COPY writes them, the jobs, the files by their hash, and last manifest.json with the figures of all that.
 * Nobody knows the size of a table beforehand, so whatever is long comes in numbered parts: `cat` puts them together.
 */
import { z } from 'zod';

export const FORMAT = 1;
export const HEADER = 'header.json';
export const MANIFEST = 'manifest.json';
/** The jobs that wait, whose table belongs to the job queue. */
export const JOBS = 'jobs';
/** Bytes of one part; the last one is shorter. */
export const PART_BYTES = 4 * 1024 * 1024;

const columns = z.array(z.string().min(1)).min(1);
const figures = { rows: z.int(), bytes: z.int(), sha256: z.string() };

export const archiveHeader = z.object({
  format: z.int(),
  program: z.string(),
  createdAt: z.string(),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), checksum: z.string() })).min(1),
  /** In the order in which they follow. */
  tables: z.array(z.object({ name: z.string(), columns })),
});
export type ArchiveHeader = z.output<typeof archiveHeader>;

export const archiveManifest = z.object({
  tables: z.array(z.object({ name: z.string(), ...figures })),
  jobs: z.object(figures),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  files: z.object({
    count: z.int(),
    bytes: z.int(),
    /** Hashes that a row names and whose content the store did not have, or not as it was. */
    missing: z.array(z.string()),
  }),
});
export type ArchiveManifest = z.output<typeof archiveManifest>;

/** "tables/journal/000001" */
export function partName(stream: string, number: number): string {
  return `${stream}/${String(number).padStart(6, '0')}`;
}

/** What a part belongs to, and its number; undefined for a name that no backup has. */
export function readPartName(name: string): { readonly stream: string; readonly number: number } | undefined {
  const [, stream, number] = /^((?:tables\/[a-z_][a-z0-9_]*|jobs|files\/[0-9a-f]{64}))\/(\d{6,})$/.exec(name) ?? [];
  return stream === undefined ? undefined : { stream, number: Number(number) };
}
