/** Reads a backup: whether it is whole, and then entry by entry. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { extract } from 'tar-stream';
import { readTrailer, TRAILER_BYTES } from './trailer.ts';

/** One entry; its content has to be read to its end before the next one is asked for. */
export type Entry = { readonly name: string; readonly content: AsyncIterable<Uint8Array> };

const CHUNK = 1024 * 1024;

/**
 * Whether the file is, bit by bit, what a backup wrote; why not where it is not. `onBytes` hears how much was read. Throws
 * what the system throws where it cannot be read.
 */
export async function findDamage(path: string, onBytes: (bytes: number) => void): Promise<string | undefined> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const end = size - TRAILER_BYTES;
  const trailer = Buffer.alloc(TRAILER_BYTES);
  if (end > 0) await file.read(trailer, 0, TRAILER_BYTES, end);
  const digest = end > 0 ? readTrailer(trailer) : undefined;
  if (!digest) return 'This is no backup of Tamarack, or its end is missing.';
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream({ start: 0, end: end - 1, autoClose: false, highWaterMark: CHUNK })) {
    hash.update(chunk as Buffer);
    onBytes((chunk as Buffer).byteLength);
  }
  return hash.digest().equals(digest) ? undefined : 'The backup is damaged: it is not what was written.';
}

/** Every entry of a file without damage, in its order. */
export async function* readArchive(path: string, onBytes: (bytes: number) => void): AsyncGenerator<Entry> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const entries = extract();
  const left = new AbortController();
  let cause: unknown;
  const fed = pipeline(
    file.createReadStream({ start: 0, end: size - TRAILER_BYTES - 1, autoClose: false, highWaterMark: CHUNK }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        onBytes(chunk.byteLength);
        yield chunk;
      }
    },
    createZstdDecompress({ chunkSize: CHUNK }),
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        if (!entries.write(chunk)) await once(entries, 'drain', { signal: left.signal });
      }
      entries.end(null);
    },
    { signal: left.signal },
  ).catch((error: unknown) => {
    cause = error;
    entries.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    for await (const entry of entries) yield { name: entry.header.name, content: bytesOf(entry) };
  } catch (error) {
    await fed;
    throw cause ?? error;
  } finally {
    left.abort();
    await fed;
  }
}

/** streamx promises nothing about the type of its chunks; tar-stream gives bytes. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
}
