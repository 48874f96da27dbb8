import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentOf, streamOf } from './oracles/bytes.ts';
import { diskStore } from './store-on-disk.ts';

const MB = { maxBytes: 1_000_000 };
const FAR_FUTURE = Temporal.Instant.from('2400-01-01T00:00Z');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tamarack-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const unfinished = (): Promise<string[]> => readdir(join(folder, 'unfinished'));

test('what was put comes back, under its SHA-256', async () => {
  const store = diskStore(folder);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 5000 }), { maxLength: 5 }), async (chunks) => {
      const whole = Buffer.concat(chunks);
      const put = await store.put(streamOf(...chunks), MB);
      const hash = createHash('sha256').update(whole).digest('hex');
      expect(put).toMatchObject({ ok: true, value: { hash, size: whole.length } });
      expect(await readFile(join(folder, hash.slice(0, 2), hash.slice(2)))).toEqual(whole);
      expect(Buffer.concat((await (await store.open(hash))?.toArray()) ?? [])).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test('the same content, put by many at once, is stored once and whole for everyone', async () => {
  const store = diskStore(join(folder, 'made', 'when', 'needed'));
  const puts = await Promise.all(Array.from({ length: 20 }, () => store.put(streamOf('one', 'and', 'the same'), MB)));
  expect(new Set(puts.map((put) => JSON.stringify(put))).size).toBe(1);
  const hashes = await Array.fromAsync(store.list());
  expect(hashes).toHaveLength(1);
  expect(await contentOf(store, hashes[0] ?? '')).toBe('oneandthe same');
  expect(await readdir(join(folder, 'made', 'when', 'needed', 'unfinished'))).toEqual([]);
});

test('a producer that uses its buffer again does not change what the type is told from', async () => {
  async function* reusing(): AsyncIterable<Uint8Array> {
    const buffer = Buffer.from('%PDF-1.7\n');
    yield buffer;
    buffer.fill('a');
    yield buffer;
  }
  expect(await diskStore(folder).put(reusing(), MB)).toMatchObject({ value: { mediaType: 'application/pdf' } });
});

test('one byte too many is refused before the rest is read, and leaves nothing', async () => {
  const store = diskStore(folder);
  let sent = 0;
  let isClosed = false;
  async function* endless(): AsyncIterable<Uint8Array> {
    try {
      for (; sent < 100; sent += 1) yield Buffer.alloc(10);
    } finally {
      isClosed = true;
    }
  }
  expect(await store.put(endless(), { maxBytes: 19 })).toMatchObject({ refusal: { code: 'file.too-large' } });
  expect({ sent, isClosed }).toEqual({ sent: 1, isClosed: true });
  expect(await unfinished()).toEqual([]);
  expect(await Array.fromAsync(store.list())).toEqual([]);
  expect(await store.put(streamOf('x'.repeat(19)), { maxBytes: 19 })).toMatchObject({ ok: true, value: { size: 19 } });
});

test('an upload that breaks off throws its own error and leaves nothing', async () => {
  const store = diskStore(folder);
  async function* broken(): AsyncIterable<Uint8Array> {
    yield Buffer.from('half');
    throw new Error('connection lost');
  }
  await expect(store.put(broken(), MB)).rejects.toThrow('connection lost');
  expect(await unfinished()).toEqual([]);
  expect(await Array.fromAsync(store.list())).toEqual([]);
});

test('a process killed in the middle leaves no file that anyone sees, and sweeping clears what it left', async () => {
  const script = `
    import { diskStore } from ${JSON.stringify(new URL('store-on-disk.ts', import.meta.url).href)};
    async function* half() {
      yield Buffer.from('half of a file');
      process.stdout.write('written');
      await new Promise((never) => setTimeout(never, 1e6));
    }
    // The second chunk is asked for once the first is on its way to the disk.
    await diskStore(${JSON.stringify(folder)}).put(half(), { maxBytes: 1000 });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const store = diskStore(folder);
  expect(await Array.fromAsync(store.list())).toEqual([]);
  const [left = ''] = await unfinished();
  expect(await readFile(join(folder, 'unfinished', left), 'utf8')).toBe('half of a file');
  expect(await store.sweep(Temporal.Instant.from('2020-01-01T00:00Z'))).toBe(0);
  expect(await store.sweep(FAR_FUTURE)).toBe(1);
  expect(await unfinished()).toEqual([]);
});

test('only a hash is a name: no path leaves the store', async () => {
  const store = diskStore(join(folder, 'store'));
  await store.put(streamOf('inside'), MB);
  await writeFile(join(folder, 'secret'), 'outside');
  const hostile = [
    '',
    '.',
    '../secret',
    '..%2fsecret',
    '/etc/passwd',
    `aa/../../secret`,
    'a'.repeat(63),
    'A'.repeat(64),
  ];
  const tricky = [`${'a'.repeat(64)}\n`, `${'a'.repeat(64)}\0`, '../'.repeat(30).slice(0, 64), 'ａ'.repeat(64)];
  for (const name of [...hostile, ...tricky]) {
    expect(await store.open(name)).toBeUndefined();
    expect(await store.has(name)).toBe(false);
    await store.remove(name);
  }
  expect(await readFile(join(folder, 'secret'), 'utf8')).toBe('outside');
});

test('erased content is gone; erasing it again, or what never was, changes nothing', async () => {
  const store = diskStore(folder);
  const put = await store.put(streamOf('to be erased'), MB);
  const hash = put.ok ? put.value.hash : '';
  expect(await store.has(hash)).toBe(true);
  await store.remove(hash);
  await store.remove(hash);
  await store.remove('0'.repeat(64));
  expect(await store.has(hash)).toBe(false);
  expect(await store.open(hash)).toBeUndefined();
});

test('the list has every hash once in ascending order, and nothing that is none', async () => {
  const store = diskStore(folder);
  const puts = await Promise.all(Array.from({ length: 40 }, (_, at) => store.put(streamOf(`file ${at}`), MB)));
  const hashes = puts.map((put) => (put.ok ? put.value.hash : '')).toSorted();
  await writeFile(join(folder, hashes[0]?.slice(0, 2) ?? '', '.DS_Store'), '');
  await writeFile(join(folder, 'readme'), '');
  expect(await Array.fromAsync(store.list())).toEqual(hashes);
  expect(await Array.fromAsync(diskStore(join(folder, 'nothing-here')).list())).toEqual([]);
});
