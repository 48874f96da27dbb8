/** Who may bring a database to our schema, on a cluster of its own: roles belong to all databases of one. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM } from './actor.ts';
import { openDatabase } from './database.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { migrate } from './migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamarack-owner-'));
// Under root the cluster belongs to another user, who has to pass.
chmodSync(folder, 0o755);
let url: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  const started = await startEmbedded({ folder: join(folder, 'database') });
  if (!started.ok) throw new Error(started.refusal.sentence);
  url = started.value.url;
  stop = started.value.stop;
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

async function asSuperuser(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The address of a database for a role; the embedded one has neither host nor password (postgresql://postgres@/name?host=…). */
function urlOf(role: string, database: string): string {
  return url.replace(/\/\/.*(?=\?)/, `//${role}@/${database}`);
}

/** A new database with an owner of these attributes; both have the name. */
async function ownedBy(name: string, attributes: string): Promise<string> {
  await asSuperuser(`create role ${name} login ${attributes}`, `create database ${name} owner ${name}`);
  return urlOf(name, name);
}

async function canBeWorkedWith(ownerUrl: string): Promise<boolean> {
  const db = openDatabase({ url: ownerUrl, connections: 1 });
  try {
    return (await db.read(SYSTEM, (tx) => tx.first(sql`select current_user`))) !== undefined;
  } finally {
    await db.close();
  }
}

test('an owner that may make no role is refused with what to do, and goes on with the role that it is given', async () => {
  const plain = await ownedBy('plain', 'nocreaterole');
  expect(await migrate(plain)).toMatchObject({
    ok: false,
    refusal: { code: 'database.not-allowed', sentence: expect.stringContaining('permission denied to create role') },
  });
  await asSuperuser('create role tamarack_server nologin noinherit', 'grant tamarack_server to plain');
  expect(await migrate(plain)).toMatchObject({ ok: true });
  expect(await canBeWorkedWith(plain)).toBe(true);
  await asSuperuser('drop database plain', 'drop owned by tamarack_server', 'drop role tamarack_server');
});

test('an owner that may make roles, and nothing else, needs nobody: also from PostgreSQL 16 on', async () => {
  const owner = await ownedBy('maker', 'createrole');
  expect(await migrate(owner)).toMatchObject({ ok: true });
  expect(await canBeWorkedWith(owner)).toBe(true);
});

test('whoever does not own the database is refused', async () => {
  await ownedBy('somebodys', 'createrole');
  await ownedBy('guest', 'createrole');
  const result = await migrate(urlOf('guest', 'somebodys'));
  expect(result).toMatchObject({ ok: false, refusal: { code: 'database.not-allowed' } });
});
