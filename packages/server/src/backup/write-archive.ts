/** Writes a backup: there whole under its name, or not at all. */
import { createHash, randomUUID } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { syncFolder } from '../platform/files/durable-folders.ts';
import { PART_BYTES, partName } from './archive-format.ts';
import { trailerOf } from './trailer.ts';

/** The server runs meanwhile and needs the processor: the fastest level, which is hardly larger. */
const SETTINGS = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 };

/** Each piece goes through a thread of its own: many small ones cost more than compressing them. */
const CHUNK = 256 * 1024;

/** What one stream of the backup came to. */
export type Written = { readonly bytes: number; readonly sha256: string };

export type Archive = {
  /** A whole small entry. */
  readonly add: (name: string, content: string) => Promise<void>;
  /** A stream of any length, in parts; no more than one part is in memory. */
  readonly addParts: (stream: string, content: AsyncIterable<Uint8Array>) => Promise<Written>;
};

/**
 * Calls `fill` with a new archive at `path`, for its owner only. Durable when it returns; refused, failed or killed on the
 * way, nothing bears the name. Returns its size; throws what the system throws.
 */
export async function writeArchive(
  path: string,
  createdAt: Temporal.Instant,
  fill: (archive: Archive) => Promise<void>,
): Promise<number> {
  const unfinished = `${path}.${randomUUID()}.unfinished`;
  try {
    await using target = await open(unfinished, 'wx', 0o600);
    const size = await writeTo(target, createdAt, fill);
    await target.sync();
    await rename(unfinished, path);
    await syncFolder(dirname(path));
    return size;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function writeTo(
  target: FileHandle,
  createdAt: Temporal.Instant,
  fill: (archive: Archive) => Promise<void>,
): Promise<number> {
  const tar = pack();
  const hash = createHash('sha256');
  let size = 0;
  const write = async (chunk: Uint8Array) => {
    size += chunk.byteLength;
    await target.writeFile(chunk);
  };
  const written = pipeline(
    () => inPieces(tar),
    createZstdCompress({ chunkSize: CHUNK, params: SETTINGS }),
    async (compressed: AsyncIterable<Uint8Array>) => {
      for await (const chunk of compressed) {
        hash.update(chunk);
        await write(chunk);
      }
    },
  );
  // Where the disk is full nobody takes what `fill` gives any more, and it would wait for ever.
  const broken = Promise.withResolvers<never>();
  written.catch(broken.reject);
  try {
    await Promise.race([fill(archiveOn(tar, createdAt)), broken.promise]);
    tar.finalize();
    await written;
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    await written.catch(() => undefined);
    throw error;
  }
  await write(trailerOf(hash.digest()));
  return size;
}

/** The same bytes in pieces of at least `CHUNK`, but for the last. */
async function* inPieces(chunks: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let [waiting, held]: [Uint8Array[], number] = [[], 0];
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) continue;
    waiting.push(chunk);
    held += chunk.byteLength;
    if (held < CHUNK) continue;
    yield Buffer.concat(waiting);
    [waiting, held] = [[], 0];
  }
  if (held > 0) yield Buffer.concat(waiting);
}

function archiveOn(tar: Pack, createdAt: Temporal.Instant): Archive {
  const mtime = new Date(createdAt.epochMilliseconds);
  const addEntry = (name: string, chunks: readonly Uint8Array[]) => {
    const size = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    return new Promise<void>((resolve, reject) => {
      const entry = tar.entry({ name, size, mode: 0o600, mtime }, (error) => (error ? reject(error) : resolve()));
      // Taken piece by piece as the disk keeps up; the callback comes after the last.
      for (const chunk of chunks) entry.write(chunk);
      entry.end(null);
    });
  };
  return {
    add: (name, content) => addEntry(name, [Buffer.from(content)]),
    addParts: async (stream, content) => {
      const hash = createHash('sha256');
      let [bytes, number, waiting, held]: [number, number, Uint8Array[], number] = [0, 0, [], 0];
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        held += chunk.byteLength;
        waiting.push(chunk);
        if (held < PART_BYTES) continue;
        await addEntry(partName(stream, (number += 1)), waiting);
        [waiting, held] = [[], 0];
      }
      if (held > 0 || number === 0) await addEntry(partName(stream, number + 1), waiting);
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}
