/**
 * The hash of a sealed batch: SHA-256 over the hash of the batch before and the digest of each of its facts, in their order.
 * Whoever changes, adds, removes or exchanges a sealed fact changes the hash of its batch and of every later one.
 */
import { createHash, hash as hashOf } from 'node:crypto';

/** Of a fact everything but what people wrote: that is covered by its salted digest, so that it can be erased. */
export type SealableFact = {
  readonly id: string;
  readonly position: number;
  readonly fact: string;
  readonly subjectId: string;
  readonly aboutId: string | null;
  readonly contractId: string | null;
  readonly at: string;
  readonly recordedAt: string;
  readonly byPerson: string | null;
  readonly bySide: string;
  readonly onBehalfOf: string | null;
  readonly via: string;
  readonly audience: string;
  /** As PostgreSQL writes it: keys in its own fixed order. */
  readonly data: string;
  readonly noteDigest: string | null;
};

/** Before the first batch of an account there is nothing. */
export const NOTHING = Buffer.alloc(32);

export function batchHash(previous: Uint8Array, facts: readonly SealableFact[]): Buffer {
  const hash = createHash('sha256').update(previous);
  for (const fact of facts) hash.update(factDigest(fact));
  return hash.digest();
}

function factDigest(f: SealableFact): Buffer {
  const canonical = JSON.stringify([
    ...[f.id, f.position, f.fact, f.subjectId, f.aboutId, f.contractId, f.at, f.recordedAt, f.byPerson, f.bySide],
    ...[f.onBehalfOf, f.via, f.audience, f.data, f.noteDigest],
  ]);
  // At once: that is nearly twice as fast as an object that takes it piece by piece.
  return hashOf('sha256', canonical, 'buffer');
}
