/** Whether the database can be worked with, and how far behind its deadlines are. */
import sql from 'sql-template-tag';
import { knownMigrations } from '../platform/database/migrations.ts';
import type { Tx } from '../platform/database/tx.ts';

const known = knownMigrations().length;

/** Every migration of this program is applied, and none that it cannot live with. */
export async function isSchemaRight(tx: Tx): Promise<boolean> {
  const row = await tx.first<{ applied: number; breaking: boolean }>(
    sql`select count(*) filter (where number <= ${known})::int as applied, coalesce(bool_or(breaking) filter (where number > ${known}), false) as breaking
      from schema_migration`,
  );
  return row?.applied === known && !row.breaking;
}

/** For how many seconds the longest waiting change of the ledger has been due at `now`; 0 where nothing is. */
export async function lagOfLedger(tx: Tx, now: Temporal.Instant): Promise<number> {
  const row = await tx.first<{ lag: number }>(
    sql`select greatest(0, extract(epoch from ${now.toString()}::timestamptz - min(wake_at)))::float8 as lag from obligation where wake_at is not null`,
  );
  return row?.lag ?? 0;
}
