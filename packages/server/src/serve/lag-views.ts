/** How far behind its deadlines the installation is. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** For how many seconds the longest waiting change of the ledger has been due at `now`; 0 where nothing is. */
export async function lagOfLedger(tx: Tx, now: Temporal.Instant): Promise<number> {
  const row = await tx.first<{ lag: number }>(
    sql`select greatest(0, extract(epoch from ${now.toString()}::timestamptz - min(wake_at)))::float8 as lag from obligation where wake_at is not null`,
  );
  return row?.lag ?? 0;
}
