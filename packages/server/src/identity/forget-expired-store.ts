/** Forgets what has expired: sessions, ceremonies, counted guesses, links. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** Used links are kept for a month, for the case that somebody asks who used one. */
export async function forgetExpired(tx: Tx, now: Temporal.Instant): Promise<void> {
  const at = now.toString();
  await tx.run(sql`delete from session where expires_at <= ${at}`);
  await tx.run(sql`delete from verification where expires_at <= ${at}`);
  await tx.run(sql`delete from sign_in_attempt where window_ends_at <= ${at}`);
  await tx.run(sql`delete from one_time_link where expires_at <= ${at}::timestamptz - interval '30 days'`);
}
