import { fileURLToPath } from 'node:url';
import type { FileStore } from './file-store.ts';
import { refuseFile, type FileResult } from './refusals.ts';
import { diskStore } from './store-on-disk.ts';
import { s3Store } from './store-on-s3.ts';

/** Signed requests must name one; stores that have no regions take this. */
const USUAL_REGION = 'us-east-1';

/**
 * The store that a URL of the configuration names: `file:///folder`, or
 * `s3+https://key:secret@host/bucket/prefix?region=…` (`s3+http` where the store is next door). Refused with what is
 * missing, never with the secret in the sentence. Touches neither disk nor network.
 */
export function openFileStore(url: string): FileResult<FileStore> {
  // `s3+https` is no scheme that URL takes apart; https is.
  const isS3 = /^s3\+https?:/i.test(url);
  const parsed = URL.parse(isS3 ? url.slice('s3+'.length) : url);
  if (parsed === null) return refuseFile('file.bad-store-url', 'The place for files is no URL.');
  if (isS3) return openBucket(parsed);
  if (parsed.protocol === 'file:') return openFolder(parsed);
  return refuseFile('file.bad-store-url', `Files cannot be kept at ${parsed.protocol} URLs.`);
}

function openFolder(url: URL): FileResult<FileStore> {
  if (url.host !== '') {
    return refuseFile('file.bad-store-url', `file://${url.host}/ names another machine; write file:/// and the path.`);
  }
  try {
    const folder = fileURLToPath(url);
    if (folder === '/')
      return refuseFile('file.bad-store-url', 'The place for files is the whole disk; name a folder.');
    return { ok: true, value: diskStore(folder) };
  } catch {
    return refuseFile('file.bad-store-url', 'The path of the place for files cannot be decoded.');
  }
}

function openBucket(url: URL): FileResult<FileStore> {
  const [bucket = '', ...folders] = decoded(url.pathname.slice(1))?.split('/') ?? [];
  const accessKey = decoded(url.username);
  const secretKey = decoded(url.password);
  const unknown = [...url.searchParams.keys()].find((key) => key !== 'region');
  if (!accessKey || !secretKey) {
    return refuseFile('file.bad-store-url', 'The bucket has no key and secret; a slash in a secret is written %2F.');
  }
  if (bucket === '') return refuseFile('file.bad-store-url', 'The URL of the file store names no bucket.');
  if (unknown !== undefined) {
    return refuseFile('file.bad-store-url', `The URL of the file store knows region=, but not ${unknown}=.`);
  }
  const prefix = folders.filter((folder) => folder !== '').map((folder) => `${folder}/`);
  if (!/^[a-z0-9][a-z0-9.-]+$/.test(bucket) || prefix.some((folder) => !/^[\w.-]+\/$/.test(folder))) {
    return refuseFile('file.bad-store-url', 'Bucket and prefix take letters, digits, dots and hyphens only.');
  }
  const region = url.searchParams.get('region') || USUAL_REGION;
  return {
    ok: true,
    value: s3Store({ endpoint: url.origin, region, bucket, accessKey, secretKey, prefix: prefix.join('') }),
  };
}

/** Percent signs that encode nothing are the commonest slip in a secret. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
