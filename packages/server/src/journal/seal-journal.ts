/** Seals what was recorded since: in batches, behind the writers, which never wait for it. */
import { SYSTEM, type Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { batchHash, NOTHING } from './batch-hash.ts';
import { insertSeal, lockSeals } from './seal-store.ts';
import { accountsToSeal, lastSealOf, unsealedFacts } from './seal-views.ts';

const BATCH = 5000;

/** Seals every account that has something unsealed; returns how many facts were sealed. Safe on many servers at once. */
export async function sealJournal(db: Database, now: Temporal.Instant): Promise<number> {
  const accounts = await db.read(SYSTEM, (tx) => accountsToSeal(tx, 1000));
  let facts = 0;
  for (const accountId of accounts) {
    let sealed: number;
    do {
      sealed = await sealBatch(db, accountId, now);
      facts += sealed;
    } while (sealed === BATCH);
  }
  return facts;
}

async function sealBatch(db: Database, accountId: string, now: Temporal.Instant): Promise<number> {
  const actor: Actor = { ...SYSTEM, accounts: [accountId] };
  const sealed = await db.write(actor, async (tx) => {
    if (!(await lockSeals(tx, accountId))) return { ok: true as const, value: 0 };
    // Read after the lock was taken: the last seal is final, and no fact is sealed twice.
    const facts = await unsealedFacts(tx, accountId, BATCH);
    const [first, last] = [facts.at(0), facts.at(-1)];
    if (!first || !last) return { ok: true as const, value: 0 };
    const before = await lastSealOf(tx, accountId);
    const previous = before?.hash ?? NOTHING;
    const positions = facts.map(({ position }) => position);
    await insertSeal(
      tx,
      accountId,
      {
        number: (before?.number ?? 0) + 1,
        previous,
        hash: batchHash(previous, facts),
        ids: facts.map(({ id }) => id),
        first: Math.min(...positions),
        last: Math.max(...positions),
      },
      now,
    );
    return { ok: true as const, value: facts.length };
  });
  return sealed.value;
}
