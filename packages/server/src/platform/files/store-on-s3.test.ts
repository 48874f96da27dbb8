import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentOf, streamOf } from './oracles/bytes.ts';
import { KEYS, refuse, smallS3 } from './oracles/small-s3.ts';
import type { S3Settings } from './s3-request.ts';
import { s3Store } from './store-on-s3.ts';

const MB = { maxBytes: 10_000_000 };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const placeOf = (text: string): string => `${sha256(text).slice(0, 2)}/${sha256(text).slice(2)}`;

let s3: Awaited<ReturnType<typeof smallS3>>;
beforeEach(async () => {
  s3 = await smallS3();
});
afterEach(() => s3.close());

const storeWith = (other: Partial<S3Settings> = {}) =>
  s3Store({ ...KEYS, endpoint: s3.endpoint, bucket: 'files', ...other });

test('content goes in and out under signatures that the store computes for itself', async () => {
  const store = storeWith({ prefix: 'tamarack/live/' });
  expect(await store.put(streamOf('some ', 'text'), MB)).toEqual({
    ok: true,
    value: { hash: sha256('some text'), size: 9, mediaType: 'text/plain' },
  });
  expect([...s3.objects]).toEqual([[`tamarack/live/${placeOf('some text')}`, Buffer.from('some text')]]);
  expect(await contentOf(store, sha256('some text'))).toBe('some text');
  expect(await store.has(sha256('some text'))).toBe(true);
  await store.remove(sha256('some text'));
  await store.remove(sha256('some text'));
  expect(await store.has(sha256('some text'))).toBe(false);
  expect(await store.open(sha256('some text'))).toBeUndefined();
});

test('the same content is uploaded once; a damaged copy is replaced', async () => {
  const store = storeWith();
  const uploads = () => s3.seen.filter((request) => request.startsWith('PUT')).length;
  await store.put(streamOf('twice'), MB);
  await store.put(streamOf('twice'), MB);
  expect(uploads()).toBe(1);
  s3.objects.set(placeOf('twice'), Buffer.from('tw'));
  await store.put(streamOf('twice'), MB);
  expect(uploads()).toBe(2);
  expect(await contentOf(store, sha256('twice'))).toBe('twice');
});

test('megabytes and nothing at all pass whole', async () => {
  const store = storeWith();
  const big = Buffer.alloc(3_000_000, 'tamarack ');
  for (const content of [big.toString(), '']) {
    expect(await store.put(streamOf(content), MB)).toMatchObject({ ok: true, value: { size: content.length } });
    expect(sha256((await contentOf(store, sha256(content))) ?? '')).toBe(sha256(content));
  }
});

test('what is too large never reaches the bucket, and leaves nothing on this machine', async () => {
  const spoolFolders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('tamarack-file-'));
  const before = await spoolFolders();
  expect(await storeWith().put(streamOf('12345'), { maxBytes: 4 })).toMatchObject({
    refusal: { code: 'file.too-large', sentence: 'The file is larger than 4 bytes.' },
  });
  expect(s3.seen).toEqual([]);
  expect(await spoolFolders()).toEqual(before);
});

test('a listing is followed over its pages, and foreign keys are left out', async () => {
  const store = storeWith({ prefix: 'live-a/b.c/' });
  const texts = ['one', 'two', 'three', 'four', 'five'];
  for (const text of texts) await store.put(streamOf(text), MB);
  s3.objects.set('live-a/b.c/readme', Buffer.from('not ours'));
  s3.objects.set(placeOf('elsewhere'), Buffer.from('elsewhere'));
  expect(await Array.fromAsync(store.list())).toEqual(texts.map(sha256).toSorted());
});

test.each([
  ['a page of a proxy', '<html>Please sign in</html>'],
  ['half a page', '<ListBucketResult><Contents><Key>'],
  [
    'a page that does not say where the next one begins',
    '<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>',
  ],
])('%s is never taken for an empty bucket', async (_, page) => {
  s3.failWith((__, answer) => {
    answer.end(page);
    return true;
  });
  await expect(Array.fromAsync(storeWith().list())).rejects.toThrow('it answered 200. That is no listing of a bucket');
});

test('no hostile name becomes a request', async () => {
  const store = storeWith();
  for (const name of ['', '../x', `${'a'.repeat(64)}?acl`, 'A'.repeat(64)]) {
    expect([await store.open(name), await store.has(name), await store.remove(name)]).toEqual([
      undefined,
      false,
      undefined,
    ]);
  }
  expect(s3.seen).toEqual([]);
});

test('a wrong secret, a missing bucket and a foreign region say what to look at, and never the secret', async () => {
  const wrongKey = storeWith({ secretKey: 'wrong-secret' });
  await expect(wrongKey.open(sha256('x'))).rejects.toThrow(
    /^The file store http:.*\/files failed on GET: it answered 403 SignatureDoesNotMatch\. Check the access key/,
  );
  await expect(wrongKey.put(streamOf('x'), MB)).rejects.not.toThrow('wrong-secret');
  const noBucket = storeWith({ bucket: 'other' });
  await expect(noBucket.open(sha256('x'))).rejects.toThrow('404 NoSuchBucket. Check the name of the bucket.');
  await expect(noBucket.put(streamOf('x'), MB)).rejects.toThrow('failed on PUT: it answered 404 NoSuchBucket');
  await expect(noBucket.remove(sha256('x'))).rejects.toThrow('404 NoSuchBucket');
  await expect(Array.fromAsync(noBucket.list())).rejects.toThrow('404 NoSuchBucket');
  s3.failWith((_, answer) => {
    answer.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
    return true;
  });
  await expect(storeWith().has(sha256('x'))).rejects.toThrow('307. The bucket lives in another region');
});

test('a store that stumbles is asked again; one in trouble throws after three times', async () => {
  let failures = 2;
  s3.failWith((_, answer) => {
    failures -= 1;
    if (failures >= 0) refuse(answer, 503, 'SlowDown');
    return failures >= 0;
  });
  const store = storeWith();
  expect((await store.put(streamOf('in the end'), MB)).ok).toBe(true);
  expect(await contentOf(store, sha256('in the end'))).toBe('in the end');
  failures = 1000;
  await expect(store.open(sha256('in the end'))).rejects.toThrow(
    'failed on GET: it answered 503 SlowDown. The store is in trouble',
  );
  expect(failures).toBe(997);
});

test('an upload whose answer is lost in the middle throws, and is whole when tried again', async () => {
  s3.failWith((request) => {
    if (request.method === 'PUT') request.socket.destroy();
    return request.method === 'PUT';
  });
  const store = storeWith();
  await expect(store.put(streamOf('again'), MB)).rejects.toThrow(/failed on PUT: fetch failed: /);
  s3.failWith(() => false);
  expect((await store.put(streamOf('again'), MB)).ok).toBe(true);
  expect(await contentOf(store, sha256('again'))).toBe('again');
});

test('a store that never answers is given up', async () => {
  s3.failWith(() => true);
  await expect(storeWith({ timeoutMs: 50 }).has(sha256('x'))).rejects.toThrow('failed on HEAD: no answer in 1 s');
});

test('a store that is not there says so', async () => {
  s3.close();
  await expect(storeWith().has(sha256('x'))).rejects.toThrow(/failed on HEAD: .*ECONNREFUSED/);
});

test('content that breaks off on its way out is an error, not a shorter file', async () => {
  await storeWith().put(streamOf('x'.repeat(1000)), MB);
  s3.failWith((_, answer) => {
    answer.writeHead(200, { 'content-length': 1000 });
    answer.write('x'.repeat(10), () => answer.destroy());
    return true;
  });
  await expect(contentOf(storeWith(), sha256('x'.repeat(1000)))).rejects.toThrow();
});
