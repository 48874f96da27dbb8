/** Time has passed: marks what is due, in batches. As many servers as like may do this at once. */
import { SYSTEM, type Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { repeated } from '../platform/http/repeated.ts';
import { loadContractTerms } from '../terms/index.ts';
import { accountsDue, nextWake, unitsDue } from './due-views.ts';
import { lockAccounts, tryLockUnits } from './ledger-store.ts';
import { advance } from './record-facts.ts';
import { distinct } from './unit.ts';

const ACCOUNTS = 200;
const UNITS = 1000;
const AT_ONCE = 2;

export type Woken = {
  /** Rows that changed. */
  readonly changed: number;
  /** Accounts in which something changed. */
  readonly accounts: readonly string[];
  /** When something can change next, in epoch seconds. */
  readonly next: number | undefined;
  /** In how many accounts it failed: they are due still. */
  readonly failed: number;
};

/**
 * Brings everything that is due at `now` up to date. A unit that another server is at is left to it; a batch is one
 * transaction of one account, so that a failure in one account holds up no other.
 */
export async function wakeAccounts(
  db: Database,
  now: Temporal.Instant,
  onFailure: (accountId: string, error: unknown) => void,
): Promise<Woken> {
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  const accounts = await db.read(SYSTEM, (tx) => accountsDue(tx, seconds, ACCOUNTS));
  let changed = 0;
  let failed = 0;
  const woken: string[] = [];
  // While PostgreSQL is at one account, another one is reckoned.
  const left = accounts.values();
  const wakeSome = async () => {
    for (const accountId of left) {
      try {
        const rows = await wakeAccount(db, accountId, now);
        changed += rows;
        if (rows > 0) woken.push(accountId);
      } catch (error) {
        failed += 1;
        onFailure(accountId, error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, wakeSome));
  return { changed, accounts: woken, next: await db.read(SYSTEM, nextWake), failed };
}

async function wakeAccount(db: Database, accountId: string, now: Temporal.Instant): Promise<number> {
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  const actor: Actor = { ...SYSTEM, accounts: [accountId] };
  let changed = 0;
  for (;;) {
    // Two accounts may tell the same people at the same moment, and wait for one another.
    const batch = await repeated(() =>
      db.write(actor, async (tx) => {
        lockAccounts(tx, [{ accountId, forItself: false }]);
        const due = distinct(await unitsDue(tx, accountId, seconds, UNITS));
        const taken = await tryLockUnits(tx, accountId, due);
        const advanced = async () => {
          const all = await loadContractTerms(tx, accountId);
          return advance(tx, [{ accountId, all, units: taken, since: seconds, fresh: [], begun: new Set() }], [], now);
        };
        return { ok: true as const, value: { due: due.length, rows: taken.length === 0 ? 0 : await advanced() } };
      }),
    );
    changed += batch.value.rows;
    // Nothing moved: whatever is left is in other hands.
    if (batch.value.due === 0 || batch.value.rows === 0) return changed;
  }
}
