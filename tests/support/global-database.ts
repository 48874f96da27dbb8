/**
 * One real PostgreSQL for all test files: the embedded one in a temporary folder, or the server that
 * TAMARACK_TEST_DATABASE_URL names. A migrated template is made once; each test file clones it.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../packages/server/src/platform/database/embedded/start-embedded.ts';
import { prepareDatabase } from '../../packages/server/src/platform/database/prepare-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's connection string; its database is replaced by each test's own. */
    databaseUrl: string;
    /** What is kept of the demonstration beside its database; the files of this run only. */
    demonstrationFolder: string;
  }
}

export const TEMPLATE = 'tamarack_template';
/** Made by the first who wants it: lived-demonstration.ts. */
export const DEMONSTRATION = 'tamarack_demonstration';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env['TAMARACK_TEST_DATABASE_URL'];
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-test-db-'));
  chmodSync(folder, 0o755);
  const started = named === undefined ? await startEmbedded({ folder }) : undefined;
  if (started && !started.ok) throw new Error(`${started.refusal.sentence} ${started.refusal.remedy}`);
  const url = started ? started.value.url : (named ?? '');
  await makeTemplate(url);
  if (started) await hurry(url);
  project.provide('databaseUrl', url);
  const demonstration = mkdtempSync(join(tmpdir(), 'tamarack-test-demo-'));
  project.provide('demonstrationFolder', demonstration);
  return async () => {
    rmSync(demonstration, { recursive: true, force: true });
    if (started) await started.value.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** No test of this server cuts its power: nobody has to wait until a disk has written. Crashes are tested on servers of their own. */
async function hurry(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('alter system set synchronous_commit = off');
  await client.query('select pg_reload_conf()');
  await client.end();
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const name of [TEMPLATE, DEMONSTRATION]) await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const prepared = await prepareDatabase(withDatabase(url, TEMPLATE));
  if (!prepared.ok) throw new Error(prepared.refusal.sentence);
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/(\/\/[^/]*\/)[^?]*/, `$1${name}`);
}
