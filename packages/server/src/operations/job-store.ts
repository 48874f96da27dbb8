/** What an administrator may do to a job. Both give null where it is being done just now, false where it is gone. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** Has it tried again at `now`, as if for the first time. */
export async function retryJob(tx: Tx, jobId: string, now: Temporal.Instant): Promise<boolean | null> {
  const row = await tx.first<{ done: boolean | null }>(
    sql`select retry_job(${jobId}::bigint, ${now.toString()}::timestamptz) as done`,
  );
  return row?.done ?? null;
}

/** Takes it out of the queue. */
export async function removeJob(tx: Tx, jobId: string): Promise<boolean | null> {
  const row = await tx.first<{ done: boolean | null }>(sql`select remove_job(${jobId}::bigint) as done`);
  return row?.done ?? null;
}
