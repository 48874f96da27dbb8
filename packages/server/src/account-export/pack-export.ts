/** The gathered tables and the files themselves as one tar, made while it is read. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pack, type Pack } from 'tar-stream';
import type { FileStore } from '../platform/files/file-store.ts';
import { safeFileName } from '../platform/files/safe-file-name.ts';
import { KINDS } from './kinds.ts';

export type ExportParts = {
  /** Where the tables were gathered. */
  readonly folder: string;
  readonly names: readonly string[];
  readonly readme: string;
  readonly files: FileStore;
  readonly now: Temporal.Instant;
};

const fileRow = KINDS.files.shape.pick({ id: true, name: true, size: true, sha256: true });

export function packExport(parts: ExportParts): Readable {
  const tar = pack();
  fill(tar, parts).then(
    () => tar.finalize(),
    (error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return Readable.from(tar, { objectMode: false });
}

async function fill(tar: Pack, { folder, names, readme, files, now }: ExportParts): Promise<void> {
  const mtime = new Date(now.epochMilliseconds);
  const add = async (name: string, size: number, content: AsyncIterable<unknown>) => {
    const packed = Promise.withResolvers<unknown>();
    // Called with an error where whoever reads has gone, and the entry would never be taken.
    const entry = tar.entry({ name, size, mode: 0o600, mtime }, (error) =>
      error ? packed.reject(error) : packed.resolve(undefined),
    );
    for await (const chunk of content)
      if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), packed.promise]);
    entry.end(null);
    await packed.promise;
  };
  const addText = (name: string, text: string) =>
    add(name, Buffer.byteLength(text), Readable.from([Buffer.from(text)]));
  await addText('README.txt', readme);
  for (const name of names) {
    const path = join(folder, name);
    await add(name, (await stat(path)).size, createReadStream(path));
  }
  const missing: string[] = [];
  await using list = await open(join(folder, 'files.jsonl'), 'r');
  for await (const line of list.readLines()) {
    const { id, name, size, sha256 } = fileRow.loose().parse(JSON.parse(line));
    const content = await files.open(sha256);
    if (content) await add(`files/${id}/${safeFileName(name)}`, size, content);
    else missing.push(`${id} ${name}\n`);
  }
  if (missing.length > 0) await addText('files/MISSING.txt', missing.join(''));
}
