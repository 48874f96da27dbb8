/** What is forgotten by and by. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** Forgets answers that were kept for repeated calls before `before`. */
export async function forgetAnswers(tx: Tx, before: Temporal.Instant): Promise<number> {
  return tx.run(sql`delete from idempotency where created_at < ${before.toString()}`);
}

/** Forgets who had a ticket open before `before`. */
export async function forgetPresences(tx: Tx, before: Temporal.Instant): Promise<number> {
  return tx.run(sql`delete from ticket_presence where until < ${before.toString()}`);
}
