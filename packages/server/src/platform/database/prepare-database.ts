/** A database ready for this program: our migrations and those of the job queue. */
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
  await runMigrations({ connectionString: url });
  return migrated;
}
