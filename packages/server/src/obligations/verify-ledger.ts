/** Recomputes the ledger of an account from its journal and compares: `tamarack verify`. Nothing is changed. */
import type { Tx } from '../platform/database/tx.ts';
import { loadContractTerms } from '../terms/index.ts';
import { differingColumns } from './changes.ts';
import { factsWanted } from './facts-wanted.ts';
import { loadFacts, loadRows } from './ledger-views.ts';
import { periodicPromises } from './promises-of.ts';
import { recompute } from './settle.ts';
import { distinct, promiseUnit, type Unit } from './unit.ts';
import { subjectsOfAccount } from './verify-views.ts';

export type LedgerDifference = {
  readonly accountId: string;
  readonly obligationId: string;
  readonly promise: string;
  readonly subjectId: string;
  /** "state: breached instead of met" */
  readonly says: readonly string[];
};

const BATCH = 500;

/** Every unit of the account at `now`; rows whose hour has come but which no watcher has seen yet are no difference. */
export async function verifyLedger(
  tx: Tx,
  accountId: string,
  now: Temporal.Instant,
): Promise<{ readonly rows: number; readonly differences: readonly LedgerDifference[] }> {
  const all = await loadContractTerms(tx, accountId);
  const subjects = await subjectsOfAccount(tx, accountId);
  const contracts = [...new Set(all.map(({ contractId }) => contractId))];
  const units = distinct([
    ...contracts.flatMap((contractId) =>
      [contractId, ...subjects].map((subjectId): Unit => ({ of: 'subject', contractId, subjectId })),
    ),
    ...all.flatMap((agreed) =>
      [...periodicPromises(agreed.terms).keys()].map((name) => promiseUnit(all, agreed, name)),
    ),
  ]);
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  const differences: LedgerDifference[] = [];
  let rows = 0;
  for (let from = 0; from < units.length; from += BATCH) {
    const batch = units.slice(from, from + BATCH);
    const facts = await loadFacts(tx, accountId, factsWanted(batch, all));
    const stored = await loadRows(tx, accountId, batch);
    rows += stored.length;
    for (const { row, before } of recompute(batch, all, facts, stored, seconds)) {
      const says = before
        ? differingColumns(row, before).map(
            (column) =>
              `${column}: ${String(before[column as keyof typeof before])} instead of ${String(row[column as keyof typeof row])}`,
          )
        : ['missing in the ledger'];
      // What has come due since the watcher last looked is not wrong, only not yet seen.
      const isWaiting = before !== undefined && before.wakeAt !== null && before.wakeAt <= seconds;
      if (says.length > 0 && !isWaiting)
        differences.push({ accountId, obligationId: row.id, promise: row.promise, subjectId: row.subjectId, says });
    }
  }
  return { rows, differences };
}
