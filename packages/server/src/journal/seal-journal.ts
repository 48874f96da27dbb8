/** Seals what was recorded since: in batches, behind the writers, which never wait for it. */
import { SYSTEM, type Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { batchHash, NOTHING } from './batch-hash.ts';
import { insertSeal, lockSeals } from './seal-store.ts';
import { accountsToSeal, endedBefore, lastSealOf, unsealedFacts } from './seal-views.ts';

const BATCH = 5000;

const ACCOUNTS = 1000;

/** Of each database the transaction before which this process knows everything to be sealed: it need not look there again. */
const sealedBefore = new WeakMap<Database, string>();

/** Seals every account that has something unsealed; returns how many facts were sealed. Safe on many servers at once. */
export async function sealJournal(db: Database, now: Temporal.Instant): Promise<number> {
  const { before, accounts } = await db.read(SYSTEM, async (tx) => {
    const span = { from: sealedBefore.get(db) ?? '0', before: await endedBefore(tx) };
    return { before: span.before, accounts: await accountsToSeal(tx, span, ACCOUNTS) };
  });
  let facts = 0;
  let isComplete = accounts.length < ACCOUNTS;
  for (const accountId of accounts) {
    let sealed: number | undefined;
    do {
      sealed = await sealBatch(db, accountId, now);
      facts += sealed ?? 0;
    } while (sealed === BATCH);
    // Another server is at it, and nobody knows yet whether it comes to the end.
    if (sealed === undefined) isComplete = false;
  }
  if (isComplete) sealedBefore.set(db, before);
  return facts;
}

/** How many facts were sealed; undefined where another server seals this account just now. */
async function sealBatch(db: Database, accountId: string, now: Temporal.Instant): Promise<number | undefined> {
  const actor: Actor = { ...SYSTEM, accounts: [accountId] };
  const sealed = await db.write(actor, async (tx) => {
    if (!(await lockSeals(tx, accountId))) return { ok: true as const, value: undefined };
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
