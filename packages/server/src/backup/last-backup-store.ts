/** Notes when the last backup was made. */
import { DatabaseError } from 'pg';
import type { Owner } from './snapshot-views.ts';

/** A standby takes no notes (read_only_sql_transaction), and neither does a schema from before there were any (undefined_table). */
const CANNOT_NOTE: ReadonlySet<string | undefined> = new Set(['25006', '42P01']);

/** Ends the snapshot of the backup first. A backup that cannot be noted is none the less one. */
export async function noteBackup(client: Owner, at: Temporal.Instant, bytes: number): Promise<void> {
  await client.query('commit');
  try {
    await client.query(
      `insert into public.last_backup (at, bytes) values ($1, $2)
        on conflict (only_one) do update set at = excluded.at, bytes = excluded.bytes`,
      [at.toString(), bytes],
    );
  } catch (error) {
    if (!(error instanceof DatabaseError && CANNOT_NOTE.has(error.code))) throw error;
  }
}
