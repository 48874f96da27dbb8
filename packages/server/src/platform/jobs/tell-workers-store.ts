/**
 * Tells all workers that there may be jobs. Not in the transaction that enqueues them: PostgreSQL lets only one transaction
 * at a time commit that notifies, so that none of them could share its wait for the disk with another. Who misses it looks
 * by itself after a second.
 */
import type { Pool } from 'pg';

export async function tellWorkers(pool: Pool): Promise<void> {
  await pool.query(`select pg_notify('jobs:insert', '{"r":' || random() || ',"count":1}')`);
}
