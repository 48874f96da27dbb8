/** Answers that were given, by the caller's Idempotency-Key: a repeated call finds the first one's. */
import sql from 'sql-template-tag';
import type { Tx } from '../database/tx.ts';

export type KeyClaim = { readonly personId: string; readonly key: string; readonly requestHash: string };
export type Remembered<T = unknown> = { readonly request_hash: string; readonly answer: T };

/**
 * Claims the key, after waiting for another call that is using it. What comes back is the call that had it; `undefined`
 * where the key is ours.
 */
export async function claimKey(
  tx: Tx,
  { personId, key, requestHash }: KeyClaim,
  now: Temporal.Instant,
): Promise<Remembered | undefined> {
  const [claimed] = await tx.prepared(
    'claim-key',
    sql`insert into idempotency (person_id, key, request_hash, created_at)
      values (${personId}, ${key}, ${requestHash}, ${now.toString()}) on conflict do nothing returning true as claimed`,
  );
  return claimed ? undefined : answeredBefore(tx, { personId, key });
}

/** What was answered under this key. The type of the answer is a claim about who asked. */
export function answeredBefore<T = unknown>(
  tx: Tx,
  { personId, key }: Pick<KeyClaim, 'personId' | 'key'>,
): Promise<Remembered<T> | undefined> {
  return tx.first<Remembered<T>>(
    sql`select request_hash, answer from idempotency where person_id = ${personId} and key = ${key}`,
  );
}

/** Keeps the answer, in the transaction of the call itself, with its commit: it is there exactly when the change is. */
export function keepAnswer(tx: Tx, { personId, key }: KeyClaim, answer: unknown): void {
  tx.send(
    'keep-answer',
    sql`update idempotency set answer = ${JSON.stringify(answer ?? null)} where person_id = ${personId} and key = ${key}`,
  );
}
