/** Reads of the job queue, without what jobs carry. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';

type JobPage = Gives<'GET /jobs'>;
type Asked = { readonly limit: number; readonly after?: string | undefined; readonly state?: string | undefined };

/** Jobs, the newest first, and how many there are in each state. */
export async function jobPage(tx: Tx, { limit, after, state }: Asked): Promise<JobPage> {
  const [afterId = null] = readCursor(after, ['number']) ?? [];
  const rows = await tx.rows<
    JobPage['rows'][number]
  >(sql`select id::text, task, state, attempts, max_attempts as "maxAttempts",
      last_error as "lastError", run_at as "runAt", created_at as "createdAt", about
    from list_jobs(${state ?? null}::text, ${afterId}::bigint, ${limit + 1}::int)`);
  const counted = await tx.rows<{ state: keyof JobPage['counts']; jobs: number }>(
    sql`select state, jobs from count_jobs()`,
  );
  const counts: JobPage['counts'] = { waiting: 0, running: 0, retrying: 0, failed: 0 };
  for (const { state: name, jobs } of counted) counts[name] = jobs;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, counts, ...(rows.length > limit && last ? { next: cursorOf([last.id]) } : {}) };
}
