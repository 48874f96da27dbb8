/**
 * Which pools of workers live. A process that is killed leaves its jobs locked, and graphile-worker gives them back after
 * four hours only. Here each process holds an advisory lock for each of its pools as long as its connection lives; a job
 * whose pool's lock is free belongs to nobody.
 */
import type { ClientBase, Pool } from 'pg';

const SPACE = 7_382_003;
/** A pool may take its first job a moment before its lock is held. */
const GRACE = '10 seconds';

const ENDED = 'The process that was at it ended before it did.';
const MOST_TRIES = 24;

/** Holds the locks of these pools on this connection, until it ends. */
export async function holdPools(client: ClientBase, poolIds: readonly string[]): Promise<void> {
  await client.query('select pg_advisory_lock($1, hashtext(id)) from unnest($2::text[]) as id', [SPACE, poolIds]);
}

/** Lets go of locks that this connection holds. */
export async function leavePools(client: ClientBase, poolIds: readonly string[]): Promise<void> {
  await client.query('select pg_advisory_unlock($1, hashtext(id)) from unnest($2::text[]) as id', [SPACE, poolIds]);
}

/** Gives back the jobs of pools that are dead; says of how many. Not on the connection that holds locks. */
export async function freeAbandonedJobs(pool: Pool): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // Locks tried for are held until the commit, so that no two processes free the same pool's jobs.
    const { rows } = await client.query<{ id: string }>(
      `select locked_by as id from (select distinct locked_by from graphile_worker.jobs
        where locked_at < now() - $2::interval) pool where pg_try_advisory_xact_lock($1, hashtext(locked_by))`,
      [SPACE, GRACE],
    );
    const dead = rows.map(({ id }) => id);
    if (dead.length > 0) {
      // That a process ended is no failure of what it was at; where that was the last try, or a job that was enqueued anew
      // meanwhile, there is one more. What ends each process that tries it says so after many.
      await client.query(
        `update graphile_worker._private_jobs set max_attempts = greatest(max_attempts, attempts + 1), last_error = $2
          where locked_by = any ($1::text[]) and attempts < $3 and (last_error is null or last_error = $2)`,
        [dead, ENDED, MOST_TRIES],
      );
      await client.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
    }
    await client.query('commit');
    client.release();
    return dead.length;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
