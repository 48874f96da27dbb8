import { randomUUID } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { hashAt, isContentHash, placeOf } from './content-hash.ts';
import { makeFolder, moveDurably, syncFolder } from './durable-folders.ts';
import type { FileStore } from './file-store.ts';
import { spool } from './spool.ts';

/** Half-written content. On the same disk as the rest, or its rename would be a copy that others see growing. */
const UNFINISHED = 'unfinished';

/**
 * Files in a folder of this machine, or of a network disk that several servers share. Content is written aside, synced,
 * and then renamed to its place: a name in the store always stands for the whole content.
 */
export function diskStore(folder: string): FileStore {
  const root = resolve(folder);
  const unfinished = join(root, UNFINISHED);
  return {
    async put(content, { maxBytes }) {
      await makeFolder(unfinished);
      const path = join(unfinished, randomUUID());
      try {
        const spooled = await spool(content, path, maxBytes);
        // Also over content that is there already: it is the same, unless the disk has spoilt it.
        if (spooled.ok) await moveDurably(path, join(root, placeOf(spooled.value.hash)));
        return spooled;
      } finally {
        await rm(path, { force: true });
      }
    },
    open: async (hash) => (isContentHash(hash) ? unlessMissing(reading(join(root, placeOf(hash)))) : undefined),
    async has(hash) {
      return isContentHash(hash) && (await unlessMissing(stat(join(root, placeOf(hash))))) !== undefined;
    },
    async remove(hash) {
      if (!isContentHash(hash)) return;
      const path = join(root, placeOf(hash));
      await rm(path, { force: true });
      await unlessMissing(syncFolder(dirname(path)));
    },
    async *list() {
      for (const shard of await namesIn(root)) {
        if (!/^[0-9a-f]{2}$/.test(shard)) continue;
        const hashes = (await namesIn(join(root, shard))).map((name) => hashAt(`${shard}/${name}`));
        yield* hashes.filter((hash) => hash !== undefined);
      }
    },
    async sweep(before) {
      let swept = 0;
      for (const name of await namesIn(unfinished)) {
        const path = join(unfinished, name);
        const lastWrite = (await unlessMissing(stat(path)))?.mtimeMs;
        // A running upload writes again and again; one that has been silent since `before` has lost its process.
        if (lastWrite === undefined || lastWrite >= before.epochMilliseconds) continue;
        await rm(path, { force: true });
        swept += 1;
      }
      return swept;
    },
  };
}

async function reading(path: string): Promise<Readable> {
  const file = await open(path, 'r');
  return file.createReadStream();
}

/** The names in a folder in ascending order; none for a folder that nobody made yet. */
async function namesIn(path: string): Promise<readonly string[]> {
  return ((await unlessMissing(readdir(path))) ?? []).toSorted();
}

async function unlessMissing<T>(wanted: Promise<T>): Promise<T | undefined> {
  try {
    return await wanted;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
