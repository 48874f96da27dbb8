import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { hashAt, isContentHash, placeOf } from './content-hash.ts';
import type { FileStore, StoredFile } from './file-store.ts';
import { s3Failure, s3Requests, type S3Settings } from './s3-request.ts';
import { spool } from './spool.ts';
import { xmlText, xmlTexts } from './s3-xml.ts';

/**
 * Files in a bucket of an S3-compatible store, addressed by path. Keys are those of the disk store below `prefix`, so
 * that a folder can be copied into a bucket and back. Content is first written to the machine's temporary folder: its
 * hash is its key, and is known at its end. In a bucket with versions, `remove` leaves old versions for the bucket's own
 * rules to delete.
 */
export function s3Store(settings: S3Settings): FileStore {
  const request = s3Requests(settings);
  const prefix = settings.prefix ?? '';

  /** The size of what is stored under a hash; undefined where nothing is. */
  const sizeOf = (hash: string): Promise<number | undefined> =>
    request({ method: 'HEAD', path: prefix + placeOf(hash) }, async (answer) => {
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw await s3Failure(settings, 'HEAD', answer);
      return Number(answer.headers.get('content-length'));
    });

  const upload = async (path: string, file: StoredFile): Promise<void> => {
    const body = { content: await openAsBlob(path), hash: file.hash };
    await request({ method: 'PUT', path: prefix + placeOf(file.hash), body }, async (answer) => {
      if (!answer.ok) throw await s3Failure(settings, 'PUT', answer);
      await answer.body?.cancel();
    });
  };

  return {
    async put(content, { maxBytes }) {
      const folder = await mkdtemp(join(tmpdir(), 'tamarack-file-'));
      try {
        const path = join(folder, 'content');
        const spooled = await spool(content, path, maxBytes);
        if (spooled.ok && (await sizeOf(spooled.value.hash)) !== spooled.value.size) await upload(path, spooled.value);
        return spooled;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async open(hash) {
      if (!isContentHash(hash)) return undefined;
      return request({ method: 'GET', path: prefix + placeOf(hash) }, async (answer) => {
        if (answer.ok) return answer.body === null ? Readable.from([]) : Readable.fromWeb(answer.body);
        if (await isMissing(answer)) return undefined;
        throw await s3Failure(settings, 'GET', answer);
      });
    },
    has: async (hash) => isContentHash(hash) && (await sizeOf(hash)) !== undefined,
    async remove(hash) {
      if (!isContentHash(hash)) return;
      await request({ method: 'DELETE', path: prefix + placeOf(hash) }, async (answer) => {
        if (!answer.ok && !(await isMissing(answer))) throw await s3Failure(settings, 'DELETE', answer);
      });
    },
    async *list() {
      let page: Page | undefined;
      do {
        page = await request({ method: 'GET', path: listing(prefix, page?.next) }, async (answer) => {
          const read = answer.ok ? readPage(await answer.clone().text()) : undefined;
          if (read === undefined) throw await s3Failure(settings, 'GET', answer);
          return read;
        });
        for (const key of page.keys) {
          const hash = hashAt(key.slice(prefix.length));
          if (hash !== undefined) yield hash;
        }
      } while (page.next !== undefined);
    },
    // An upload is one request: the store keeps all of it or nothing. What a killed server leaves is the system's to clean.
    sweep: async () => 0,
  };
}

/** One page of ListObjectsV2; the store tells the keys in ascending order. */
type Page = { readonly keys: readonly string[]; readonly next: string | undefined };

function listing(prefix: string, next: string | undefined): string {
  const query = new URLSearchParams({ 'list-type': '2', prefix });
  if (next !== undefined) query.set('continuation-token', next);
  return `?${query.toString()}`;
}

/** Undefined for anything but a whole page: taken for an empty one, a proxy's page would make an empty backup. */
function readPage(xml: string): Page | undefined {
  const isTruncated = xmlText(xml, 'IsTruncated') === 'true';
  const next = isTruncated ? xmlText(xml, 'NextContinuationToken') : undefined;
  if (!xml.includes('</ListBucketResult>') || (isTruncated && next === undefined)) return undefined;
  return { keys: xmlTexts(xml, 'Key'), next };
}

/** The object is gone, and not the bucket: taken for one missing file, a missing bucket would look like lost data. */
async function isMissing(answer: Response): Promise<boolean> {
  return answer.status === 404 && xmlText(await answer.clone().text(), 'Code') !== 'NoSuchBucket';
}
