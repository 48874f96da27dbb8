/** A backup that was never restored is a hope: here everything is destroyed and comes back. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  differencesOf,
  keepFile,
  liveThrough,
  moveIn,
  sealAll,
  type LivedIn,
} from '../../../../tests/support/lived-in.ts';
import { withDatabase } from '../../../../tests/support/global-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { openDatabase, type Database } from '../platform/database/database.ts';
import { startEmbedded } from '../platform/database/embedded/start-embedded.ts';
import { prepareDatabase } from '../platform/database/prepare-database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { openFileStore } from '../platform/files/open-file-store.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';
import { tablesOf } from './snapshot-views.ts';

const now = Temporal.Instant.from('2026-06-02T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'tamarack-backup-'));
chmodSync(folder, 0o755);
const store = (name: string): FileStore => {
  const opened = openFileStore(pathToFileURL(join(folder, name)).href);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.value;
};

let source: TestDatabase;
let files: FileStore;
let alder: LivedIn;
const made: string[] = [];
const good = join(folder, 'good.tar.zst');
const large = randomBytes(9_000_000);

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  await client.query(statement);
  await client.end();
}
async function emptyDatabase(options = ''): Promise<string> {
  const name = `restored_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} ${options}`);
  made.push(name);
  return withDatabase(inject('databaseUrl'), name);
}
async function asOwner(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}
/** Every row of every table as text, but for the transaction ids, which are of a cluster. */
async function contentOf(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables: Record<string, string[]> = {};
  for (const { name, columns } of await tablesOf(client)) {
    const { rows } = await client.query<{ row: string }>(
      `select row(${columns.map((column) => pg.escapeIdentifier(column)).join(',')})::text as row from ${name} order by 1`,
    );
    tables[name] = rows.map(({ row }) => row);
  }
  await client.end();
  return tables;
}
const back = (path: string) => backUp({ ownerUrl: source.ownerUrl, files, path, version: '1.2.3', now });

beforeAll(async () => {
  source = await createTestDatabase();
  files = store('files');
  alder = await moveIn(source.db, 'Alder Bank');
  for (let i = 0; i < 20; i++) await liveThrough(source.db, alder);
  await sealAll(source.db);
  await keepFile(source.db, files, alder, large);
  await keepFile(source.db, files, alder, Buffer.alloc(0));
  // As after failures: one job was tried once, another is given up.
  await asOwner(
    source.ownerUrl,
    `select graphile_worker.permanently_fail_jobs(array[min(id)], 'gone'), graphile_worker.reschedule_jobs(array[max(id)], attempts := 1)
     from graphile_worker.jobs`,
  );
  const done = await back(good);
  expect(done).toMatchObject({ ok: true, value: { files: 2, missing: [], jobs: expect.any(Number) } });
}, 60_000);
afterAll(async () => {
  await source.drop();
  for (const name of made) await onServer(`drop database if exists ${name} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

test('everything comes back, row by row, with files, jobs and sequences, and the ledger is true', async () => {
  const url = await emptyDatabase();
  const restored = store('restored');
  expect(await restore({ path: good, ownerUrl: url, files: restored, version: '1.2.3' })).toMatchObject({ ok: true });
  const [before, after] = [await contentOf(source.ownerUrl), await contentOf(url)];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const name of Object.keys(before)) expect(after[name], name).toEqual(before[name]);
  expect(before['journal']?.length).toBeGreaterThan(40);
  expect(await Array.fromAsync(restored.list())).toEqual(await Array.fromAsync(files.list()));
  const db = openDatabase({ url });
  await verifies(db, alder.accountId);
  // A contract that starts, a mail that waits: whatever was to happen later still will.
  const jobs = 'select task_identifier, run_at, key, attempts, max_attempts from graphile_worker.jobs order by id';
  expect(await asOwner(url, jobs)).toEqual(await asOwner(source.ownerUrl, jobs));
  expect((await asOwner(url, jobs)).length).toBeGreaterThanOrEqual(20);
  await liveThrough(db, alder);
  await sealAll(db);
  await verifies(db, alder.accountId);
  await db.close();
});

async function verifies(db: Database, accountId: string): Promise<void> {
  const checked = await differencesOf(db, accountId);
  expect(checked.differences).toEqual([]);
  expect(checked.seals).toBeGreaterThan(0);
}

test('a restored database keeps all its walls: keys, triggers, policies, grants', async () => {
  const url = await emptyDatabase();
  await restore({ path: good, ownerUrl: url, files: store('walls'), version: '1.2.3' });
  const walls = (of: string) =>
    asOwner(
      of,
      `select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as says from pg_constraint where connamespace = 'public'::regnamespace
      union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal and tgrelid::regclass::text !~ 'graphile'
      union all select relname, 'walls', concat(relrowsecurity, relforcerowsecurity, relacl::text) from pg_class where relnamespace = 'public'::regnamespace
      order by 1, 2, 3`,
    );
  expect(await walls(url)).toEqual(await walls(source.ownerUrl));
});

test('while others write, the backup is of one moment: every fact has its ledger', async () => {
  const path = join(folder, 'busy.tar.zst');
  const done = new AbortController();
  const writers = [0, 1, 2].map(async () => {
    while (!done.signal.aborted) await liveThrough(source.db, alder);
  });
  const backedUp = await back(path);
  done.abort();
  await Promise.all(writers);
  expect(backedUp).toMatchObject({ ok: true });
  const url = await emptyDatabase();
  await restore({ path, ownerUrl: url, files: store('busy'), version: '1.2.3' });
  const db = openDatabase({ url });
  await verifies(db, alder.accountId);
  const count = (statement: ReturnType<typeof sql>) =>
    db.read(SYSTEM, async (tx) => (await tx.first<{ n: number }>(statement))?.n);
  const received = await count(sql`select count(*)::int as n from journal where fact = 'incident.received'`);
  expect(await count(sql`select count(*)::int as n from journal where fact = 'incident.acknowledged'`)).toBe(received);
  const jobs = await asOwner(url, `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'test'`);
  expect(jobs).toEqual([{ n: received }]);
  await db.close();
}, 60_000);

describe('refuses before anything is changed', () => {
  const refusedBy = async (path: string, version = '1.2.3', url?: string) => {
    const ownerUrl = url ?? (await emptyDatabase());
    const done = await restore({ path, ownerUrl, files: store('refused'), version });
    return { code: done.ok ? 'restored' : done.refusal.code, tables: Object.keys(await contentOf(ownerUrl)) };
  };

  test('a file with any bit changed, or cut off anywhere', async () => {
    const bytes = readFileSync(good);
    const url = await emptyDatabase();
    const path = join(folder, 'bad.tar.zst');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, flip, cut) => {
          writeFileSync(path, bytes);
          if (cut) truncateSync(path, at);
          else
            writeFileSync(
              path,
              Buffer.concat([bytes.subarray(0, at), Buffer.of((bytes[at] ?? 0) ^ flip), bytes.subarray(at + 1)]),
            );
          expect(await refusedBy(path, '1.2.3', url)).toEqual({ code: 'backup.damaged', tables: [] });
        },
      ),
      {
        numRuns: 60,
        examples: [
          [0, 1, true],
          [bytes.length - 1, 1, true],
          [bytes.length - 1, 1, false],
          [0, 1, false],
        ],
      },
    );
  });

  test('what is no backup, or is not there', async () => {
    const path = join(folder, 'none');
    writeFileSync(path, 'This is no backup, however long it may be and whatever it says of itself.');
    expect((await refusedBy(path)).code).toBe('backup.damaged');
    expect((await refusedBy(join(folder, 'nowhere'))).code).toBe('backup.unreadable');
  });

  test('a backup of a newer program', async () => {
    expect(await refusedBy(good, '1.2.2')).toEqual({ code: 'backup.newer', tables: [] });
    expect(await refusedBy(good, '0.9.9')).toEqual({ code: 'backup.newer', tables: [] });
  });

  test('a database in which there is anything', async () => {
    const before = await contentOf(source.ownerUrl);
    expect((await refusedBy(good, '1.2.3', source.ownerUrl)).code).toBe('backup.not-empty');
    expect(await contentOf(source.ownerUrl)).toEqual(before);
  });
});

test('an interrupted restore can be tried again', async () => {
  const url = await emptyDatabase();
  await prepareDatabase(url);
  expect(await restore({ path: good, ownerUrl: url, files: store('again'), version: '1.2.4' })).toMatchObject({
    ok: true,
  });
});

test('a file that the store has lost is named, and everything else is kept', async () => {
  const hash = await keepFile(source.db, files, alder, Buffer.from('lost'));
  await files.remove(hash);
  const path = join(folder, 'lost.tar.zst');
  expect(await back(path)).toMatchObject({ ok: true, value: { files: 2, missing: [hash] } });
  const url = await emptyDatabase();
  expect(await restore({ path, ownerUrl: url, files: store('lost'), version: '1.2.3' })).toMatchObject({
    ok: true,
    value: { missing: [hash] },
  });
});

test('when it was made is noted, for the doctor', async () => {
  const noted = await asOwner(
    source.ownerUrl,
    'select at = $$2026-06-02T00:00:00Z$$ as right, bytes > 0 as sized from last_backup',
  );
  expect(noted).toEqual([{ right: true, sized: true }]);
});

test('the file is for its owner only, never replaces another, and leaves nothing where it fails', async () => {
  expect(statSync(good).mode & 0o777).toBe(0o600);
  expect(await back(good)).toMatchObject({ ok: false, refusal: { code: 'backup.unwritable' } });
  expect(await back(join(folder, 'no', 'folder'))).toMatchObject({ ok: false, refusal: { code: 'backup.unwritable' } });
  expect(
    await backUp({ ownerUrl: await emptyDatabase(), files, path: join(folder, 'x'), version: '1', now }),
  ).toMatchObject({
    refusal: { code: 'backup.nothing-there' },
  });
});

test('an owner who is no superuser backs up and restores the same rows', async () => {
  const owner = `owner_${randomBytes(4).toString('hex')}`;
  await onServer(
    `create role ${owner} login createrole password 'x' nosuperuser; grant tamarack_server to ${owner} with admin option; grant set on parameter tamarack.accounts to ${owner}`,
  );
  try {
    const forOwner = (url: string) =>
      `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c role=${owner}`)}`;
    const url = forOwner(await emptyDatabase(`owner ${owner}`));
    expect(await restore({ path: good, ownerUrl: url, files: store('plain'), version: '1.2.3' })).toMatchObject({
      ok: true,
    });
    const path = join(folder, 'plain.tar.zst');
    const [first, second] = [
      await back(join(folder, 'second.tar.zst')),
      await backUp({ ownerUrl: url, files: store('plain'), path, version: '1.2.3', now }),
    ];
    expect(second.ok && first.ok).toBe(true);
    const again = await emptyDatabase();
    await restore({ path, ownerUrl: again, files: store('plain'), version: '1.2.3' });
    const restored = await emptyDatabase();
    await restore({ path: good, ownerUrl: restored, files: store('plain'), version: '1.2.3' });
    expect(await contentOf(again)).toEqual(await contentOf(restored));
  } finally {
    for (const name of made.splice(0)) await onServer(`drop database if exists ${name} with (force)`);
    await onServer(`drop owned by ${owner}`).catch(() => undefined);
    await onServer(`drop role ${owner}`);
  }
}, 60_000);

test('the embedded database is destroyed with its folder, and comes back in a new one', async () => {
  const first = await startEmbedded({ folder: join(folder, 'pg-1') });
  if (!first.ok) throw new Error(first.refusal.sentence);
  await prepareDatabase(first.value.url);
  const db = openDatabase({ url: first.value.url });
  const birch = await moveIn(db, 'Birch');
  await liveThrough(db, birch);
  await sealAll(db);
  // Not sealed yet: the new cluster counts its transactions from the beginning, and must not wait for those of the old one.
  await asOwner(
    first.value.url,
    'do $$ begin for i in 1..3000 loop perform pg_current_xact_id(); commit; end loop; end $$',
  );
  await liveThrough(db, birch);
  const kept = store('pg-1-files');
  await keepFile(db, kept, birch, large);
  const path = join(folder, 'embedded.tar.zst');
  const done = await backUp({ ownerUrl: first.value.url, files: kept, path, version: '1.0.0', now });
  expect(done).toMatchObject({ ok: true });
  const before = await contentOf(first.value.url);
  await db.close();
  await first.value.stop();
  rmSync(join(folder, 'pg-1'), { recursive: true });
  rmSync(join(folder, 'pg-1-files'), { recursive: true });
  const second = await startEmbedded({ folder: join(folder, 'pg-2') });
  if (!second.ok) throw new Error(second.refusal.sentence);
  expect(
    await restore({ path, ownerUrl: second.value.url, files: store('pg-2-files'), version: '1.0.0' }),
  ).toMatchObject({ ok: true });
  expect(await contentOf(second.value.url)).toEqual(before);
  const again = openDatabase({ url: second.value.url });
  await verifies(again, birch.accountId);
  await sealAll(again);
  const { sealed, facts } = await differencesOf(again, birch.accountId);
  expect(sealed).toBe(facts);
  await again.close();
  await second.value.stop();
}, 60_000);
