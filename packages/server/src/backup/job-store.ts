/** Puts jobs back by the job queue's own functions, as waiting, tried or failed for good as they were. */
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Returns how many there are. A job that ran when the backup was made will run again. */
export async function restoreJobs(client: Client, content: AsyncIterable<Uint8Array>): Promise<number> {
  await client.query(`create temporary table restored_job (number bigint generated always as identity, task text not null, payload json,
    queue text, run_at timestamptz, attempts int, max_attempts int, key text, priority int, last_error text, flags text[]) on commit drop`);
  const target = client.query(
    copyFrom(
      'copy pg_temp.restored_job (task, payload, queue, run_at, attempts, max_attempts, key, priority, last_error, flags) from stdin',
    ),
  );
  await pipeline(content, target);
  await client.query(`create temporary table added_job on commit drop as select r.number,
    (graphile_worker.add_job(task, payload, queue, run_at, max_attempts, key, priority, flags)).id from (select * from restored_job order by number) r`);
  await client.query(`select graphile_worker.reschedule_jobs(array[a.id], attempts := r.attempts)
    from added_job a join restored_job r using (number) where r.attempts > 0 and r.attempts < r.max_attempts`);
  await client.query(`select graphile_worker.permanently_fail_jobs(array[a.id], r.last_error)
    from added_job a join restored_job r using (number) where r.attempts >= r.max_attempts`);
  return target.rowCount;
}
