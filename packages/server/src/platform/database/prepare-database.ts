/** A database ready for this program: our migrations and those of the job queue. */
import pg from 'pg';
import { runMigrations } from '../jobs/worker-library.ts';
import type { DatabaseResult } from './database-refusals.ts';
import { migrate } from './migrate.ts';

/**
 * Brings the database at `url` (as its owner) to what this program needs, or for a restore to the schema `upTo`. Refusals as
 * `migrate` gives them.
 */
export async function prepareDatabase(
  url: string,
  upTo?: number,
): Promise<DatabaseResult<{ readonly applied: readonly string[] }>> {
  const migrated = await migrate(url, upTo);
  if (!migrated.ok) return migrated;
  await prepareJobs(url);
  return migrated;
}

async function prepareJobs(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // PostgreSQL may be stopped while the last connection is still saying goodbye; an error that nobody hears ends the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}
