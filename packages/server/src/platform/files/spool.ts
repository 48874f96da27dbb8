import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { refuseFile, type FileResult } from './refusals.ts';
import { SAMPLE_BYTES, sniffMediaType } from './sniff-media-type.ts';
import type { StoredFile } from './file-store.ts';

/**
 * Writes content to a new file at `path`, hashing on the way, and returns when the disk has it. The hash is the
 * content's name, so nothing can be stored under its own name before its last byte was seen. The caller owns `path` and
 * deletes it, also after a refusal or an error.
 */
export async function spool(
  content: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
): Promise<FileResult<StoredFile>> {
  const hash = createHash('sha256');
  const sample: Uint8Array[] = [];
  let size = 0;
  await using file = await open(path, 'wx', 0o600);
  for await (const chunk of content) {
    const missing = SAMPLE_BYTES - size;
    size += chunk.byteLength;
    // Leaving the loop closes the source: an endless upload is not read to its end.
    if (size > maxBytes) return refuseFile('file.too-large', `The file is larger than ${maxBytes} bytes.`);
    // A copy (which Buffer's own slice is not): a producer may use its buffer again.
    if (missing > 0) sample.push(Uint8Array.from(chunk.subarray(0, missing)));
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  await file.sync();
  const mediaType = await sniffMediaType(Buffer.concat(sample));
  return { ok: true, value: { hash: hash.digest('hex'), size, mediaType } };
}
