/** What the ledger made of something: new obligations are planned for, and the next waking is noted. */
import { loadContractTerms } from '../terms/index.ts';
import { nextWake, wakeAccounts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { rowsAfter } from './demo-views.ts';
import type { KnownAccount, World } from './world.ts';
import { instantOf } from './working-moment.ts';

/** Reads what is new in the ledger of an account. */
export async function look(world: World, account: KnownAccount): Promise<void> {
  const { agreed, rows, wake } = await world.db.read(SYSTEM, async (tx) => ({
    agreed: await loadContractTerms(tx, account.id),
    rows: await rowsAfter(tx, account.id, account.lastRow),
    wake: await nextWake(tx),
  }));
  account.agreed = agreed;
  account.lastRow = rows.at(-1)?.id ?? account.lastRow;
  world.wake = wake;
  for (const row of rows) world.onOpened(account, row);
}

/** Time has passed: breaches, warnings and what they cause happen when they happen. */
export async function wakeLedger(world: World, at: number): Promise<void> {
  world.clock.moveTo(instantOf(at));
  const woken = await wakeAccounts(world.db, instantOf(at), (_accountId, error) => {
    throw error;
  });
  world.wake = woken.next;
  for (const account of world.accounts.values()) if (woken.accounts.includes(account.id)) await look(world, account);
}
