import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openFileStore } from './open-file-store.ts';
import { contentOf, streamOf } from './oracles/bytes.ts';
import { KEYS, smallS3 } from './oracles/small-s3.ts';

const MB = { maxBytes: 1_000_000 };

/** Puts and gets through the store that a URL names. */
async function roundTrip(url: string): Promise<string | undefined> {
  const opened = openFileStore(url);
  if (!opened.ok) return opened.refusal.sentence;
  const put = await opened.value.put(streamOf('round trip'), MB);
  return put.ok ? contentOf(opened.value, put.value.hash) : put.refusal.sentence;
}

test('a folder whose name needs encoding', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tamarack test ü #'));
  expect(await roundTrip(pathToFileURL(folder).href)).toBe('round trip');
  await rm(folder, { recursive: true });
});

test('a bucket with a prefix, and a secret with slash, plus and percent', async () => {
  const s3 = await smallS3();
  const { host } = new URL(s3.endpoint);
  const url = `s3+http://${KEYS.accessKey}:${encodeURIComponent(KEYS.secretKey)}@${host}/files/live/a?region=${KEYS.region}`;
  expect(await roundTrip(url)).toBe('round trip');
  expect([...s3.objects.keys()][0]).toMatch(/^live\/a\/[0-9a-f]{2}\/[0-9a-f]{62}$/);
  s3.close();
});

test.each([
  ['nonsense', 'no URL'],
  ['', 'no URL'],
  ['https://host/bucket', 'https: URLs'],
  ['ftp://host/folder', 'ftp: URLs'],
  ['file://server/share', 'names another machine'],
  ['file:///', 'the whole disk'],
  ['file:///%2f%00', 'cannot be decoded'],
  ['s3+https://host/bucket', 'no key and secret'],
  ['s3+https://key@host/bucket', 'no key and secret'],
  ['s3+https://key:100%secret@host/bucket', 'no key and secret'],
  ['s3+https://key:topsecret@host', 'names no bucket'],
  ['s3+https://key:topsecret@host/bucket?reigon=x', 'not reigon='],
  ['s3+https://key:topsecret@host/Bucket', 'letters, digits'],
  ['s3+https://key:topsecret@host/bucket/a%20b', 'letters, digits'],
  ['s3+https://key:topsecret@:99999/bucket', 'no URL'],
])('%s is refused', (url, sentence) => {
  const opened = openFileStore(url);
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'file.bad-store-url' } });
  expect(JSON.stringify(opened)).toContain(sentence);
  expect(JSON.stringify(opened)).not.toContain('topsecret');
});
