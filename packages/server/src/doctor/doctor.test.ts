/** The doctor as an operator calls it, on installations that are well and on others. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount } from '../../../../tests/support/agreed-account.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { examineMachine } from './examine-machine.ts';
import { examineDatabase } from './examine-database.ts';
import { examineSurroundings } from './examine-surroundings.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { loadConfig } from '../platform/config/load-config.ts';
import type { Finding } from './finding.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamarack-doctor-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  // The server of the tests does not wait for its disk.
  await commitSynchronously('on');
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const commitSynchronously = (to: 'on' | 'off') =>
  asOwner(`do $$ begin execute format('alter database %I set synchronous_commit = ${to}', current_database()); end $$`);

const stateOf = (findings: readonly Finding[]) =>
  Object.fromEntries(findings.map(({ about, state }) => [about, state]));
const examined = async (clock = systemClock) => stateOf(await examineDatabase(database.ownerUrl, true, clock));

async function surroundings(env: Record<string, string>): Promise<Record<string, string>> {
  const config = await loadConfig({ TAMARACK_DATA: folder, ...env });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  return stateOf(await examineSurroundings(config.value));
}

test('a database that is as it should be', async () => {
  expect(await examined()).toEqual({
    PostgreSQL: 'ok',
    durability: 'ok',
    clocks: 'ok',
    schema: 'ok',
    'row-level security': 'ok',
    search: 'ok',
    backup: 'weak',
    holidays: 'ok',
  });
});

test('a database that may lose what it acknowledged is found', async () => {
  await commitSynchronously('off');
  expect(await examined()).toMatchObject({ durability: 'missing' });
  await commitSynchronously('on');
});

test('a backup is known by its age, once it was made', async () => {
  const at = systemClock.now();
  await asOwner(`insert into last_backup (at, bytes) values ('${at.toString()}', 1000)`);
  expect(await examined()).toMatchObject({ backup: 'ok' });
  expect(await examined({ now: () => at.add({ hours: 72 }) })).toMatchObject({ backup: 'weak' });
});

test('a contract whose public holidays end soon is found, whichever brought them', async () => {
  const { accountId } = await agreedAccount(database.db, 'almacare', 'enhanced');
  const [early, late] = ['2030-12-31T12:00:00Z', '2031-01-01T12:00:00Z'].map((at) => Temporal.Instant.from(at));
  await asOwner(`update contract_terms set holidays = '{"to": 2032}' where account_id = '${accountId}'`);
  expect(await examined({ now: () => early ?? systemClock.now() })).toMatchObject({ holidays: 'ok' });
  expect(await examined({ now: () => late ?? systemClock.now() })).toMatchObject({ holidays: 'weak' });
});

test('row-level security is tried, not read from a catalogue: a table that lost it is found', async () => {
  await asOwner(`insert into account (name, created_at) values ('Alder Bank', now())`);
  expect(await examined()).toMatchObject({ 'row-level security': 'ok' });
  await asOwner('alter table account disable row level security');
  expect(await examined()).toMatchObject({ 'row-level security': 'missing' });
  await asOwner('alter table account enable row level security');
});

test('a search that forgives no typing errors is told', async () => {
  await asOwner('alter index ticket_words_alike rename to ticket_words_away');
  expect(await examined()).toMatchObject({ search: 'weak' });
  await asOwner('alter index ticket_words_away rename to ticket_words_alike');
});

test('a clock that is wrong, and a schema that is not ours', async () => {
  const late = { now: () => systemClock.now().subtract({ minutes: 5 }) };
  expect(stateOf(await examineDatabase(database.ownerUrl, true, late))).toMatchObject({ clocks: 'weak' });
  await asOwner('delete from schema_migration where number = (select max(number) from schema_migration)');
  expect(await examined()).toMatchObject({ schema: 'missing' });
});

test('a database that is not there', async () => {
  expect(stateOf(await examineDatabase('postgresql://127.0.0.1:1/none', false, systemClock))).toEqual({
    database: 'missing',
  });
});

test('the surroundings of a first try, and of an installation for others', async () => {
  expect(await surroundings({})).toEqual({ address: 'ok', proxies: 'ok', secrets: 'ok', mail: 'weak', files: 'ok' });
  expect(await surroundings({ HOST: '0.0.0.0' })).toMatchObject({ address: 'weak', proxies: 'ok' });
  expect(await surroundings({ PUBLIC_URL: 'http://support.example.com' })).toMatchObject({ address: 'missing' });
  const behind = { PUBLIC_URL: 'https://support.example.com' };
  expect(await surroundings(behind)).toMatchObject({ address: 'ok', proxies: 'ok' });
  expect(await surroundings({ ...behind, HOST: '10.0.0.7' })).toMatchObject({ proxies: 'weak' });
  expect(await surroundings({ ...behind, HOST: '10.0.0.7', TRUSTED_PROXIES: '10.0.0.5' })).toMatchObject({
    proxies: 'ok',
  });
});

test('what cannot be reached or written', async () => {
  const env = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@example.com', FILES_URL: 'file:///etc/hostname/files' };
  expect(await surroundings(env)).toMatchObject({ mail: 'missing', files: 'missing' });
  expect(await surroundings({ DATABASE_URL: 'postgresql://me:short@db.example.com/x' })).toMatchObject({
    secrets: 'weak',
  });
});

test('the machine is looked at: Node, its time zones, memory and disk', async () => {
  const config = await loadConfig({ TAMARACK_DATA: folder });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const findings = stateOf(await examineMachine(config.value, systemClock.now()));
  expect(Object.keys(findings)).toEqual(['program', 'Node', 'time zones', 'memory', 'disk']);
  expect(findings).toMatchObject({ program: 'weak', Node: 'ok' });
});
