/**
 * Seals what was recorded since: behind the writers, which never wait for it, and of however many accounts at once. An account's
 * seals are a chain of their own, so that each customer can be shown its own proof.
 */
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { batchHash, NOTHING } from './batch-hash.ts';
import { insertSeals, lockSeals, type NewSeal } from './seal-store.ts';
import { endedBefore, lastSealsOf, sealedUntil, unsealedFacts, type SealRow, type UnsealedFact } from './seal-views.ts';

/** So many facts are sealed in one transaction. */
const BATCH = 5000;

/** Of each database the transaction before which this process knows everything to be sealed: it need not look there again. */
const sealedBefore = new WeakMap<Database, string>();

/** Seals everything that is recorded; returns how many facts were sealed. Safe on many servers at once. */
export async function sealJournal(db: Database, now: Temporal.Instant): Promise<number> {
  let facts = 0;
  for (;;) {
    const sealed = await sealBatch(db, now);
    sealedBefore.set(db, sealed.before);
    facts += sealed.facts;
    if (sealed.facts < BATCH) return facts;
  }
}

/** How many facts were sealed, and before which transaction everything is sealed now. */
async function sealBatch(db: Database, now: Temporal.Instant): Promise<{ facts: number; before: string }> {
  const { value } = await db.write(SYSTEM, async (tx) => {
    lockSeals(tx);
    const before = await endedBefore(tx);
    const from = sealedBefore.get(db) ?? (await sealedUntil(tx));
    // Read after the lock was taken: the last seals are final, and no fact is sealed twice.
    const facts = await unsealedFacts(tx, { from, before }, BATCH);
    const byAccount = Map.groupBy(facts, ({ accountId }) => accountId);
    const last = await lastSealsOf(tx, [...byAccount.keys()]);
    insertSeals(
      tx,
      [...byAccount].map(([accountId, own]) => nextSeal(accountId, last.get(accountId), own)),
      now,
    );
    // More may be left of the last one's transaction.
    const until = facts.length < BATCH ? before : (facts.at(-1)?.transaction ?? before);
    return { ok: true, value: { facts: facts.length, before: until } };
  });
  return value;
}

function nextSeal(accountId: string, last: SealRow | undefined, facts: readonly UnsealedFact[]): NewSeal {
  const previous = last?.hash ?? NOTHING;
  const positions = facts.map(({ position }) => position);
  return {
    accountId,
    number: (last?.number ?? 0) + 1,
    previous,
    hash: batchHash(previous, facts),
    ids: facts.map(({ id }) => id),
    first: Math.min(...positions),
    last: Math.max(...positions),
  };
}
