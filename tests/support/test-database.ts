/** A database of its own for one test file, cloned from the migrated template. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../packages/server/src/platform/database/database.ts';
import { TEMPLATE, withDatabase } from './global-database.ts';

export type TestDatabase = {
  readonly name: string;
  readonly db: Database;
  /** Connects as the owner of the tables. */
  readonly ownerUrl: string;
  readonly drop: () => Promise<void>;
};

/** Clones a template; call `drop` in afterAll. */
export async function createTestDatabase(connections = 10, template = TEMPLATE): Promise<TestDatabase> {
  const url = inject('databaseUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name} template ${template}`);
  const ownerUrl = withDatabase(url, name);
  const db = openDatabase({ url: ownerUrl, connections });
  return {
    name,
    db,
    ownerUrl,
    drop: async () => {
      await db.close();
      await onServer(url, `drop database if exists ${name} with (force)`);
    },
  };
}

/** Files start at the same moment, and a template can be cloned by one at a time. */
async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7382002)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
