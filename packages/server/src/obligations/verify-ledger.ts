/** Recomputes the ledger of an account from its journal and compares: `tamarack verify`. Nothing is changed. */
import type { Tx } from '../platform/database/tx.ts';
import { loadContractTerms } from '../terms/index.ts';
import { differingColumns } from './changes.ts';
import { factsWanted } from './facts-wanted.ts';
import { loadFacts } from './facts-views.ts';
import { loadRows } from './ledger-views.ts';
import { periodicPromises } from './promises-of.ts';
import type { LedgerRow, StoredRow } from './ledger-row.ts';
import { recompute } from './settle.ts';
import { distinct, promiseUnit, unitKey, unitOfRow, type Unit } from './unit.ts';
import { subjectsOfAccount, unitsOfRows } from './verify-views.ts';

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
  const kept = await unitsOfRows(tx, accountId);
  const contracts = [...new Set(all.map(({ contractId }) => contractId))];
  // What the facts call for, and whatever else is there.
  const units = distinct([
    ...kept,
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
    // What has come due since the watcher last looked is not wrong, only not yet seen; nor is what follows it in its unit.
    const isWaiting = ({ wakeAt }: StoredRow) => wakeAt !== null && wakeAt <= seconds;
    const waitingUnits = new Set(stored.filter(isWaiting).map(keyOfUnit));
    for (const { row, before } of recompute(batch, all, facts, stored, seconds)) {
      if (before ? isWaiting(before) : waitingUnits.has(keyOfUnit(row))) continue;
      const says = before
        ? differingColumns(row, before).map(
            (column) => `${column}: ${String(before[column])} instead of ${String(row[column])}`,
          )
        : ['missing in the ledger'];
      if (says.length > 0)
        differences.push({ accountId, obligationId: row.id, promise: row.promise, subjectId: row.subjectId, says });
    }
  }
  return { rows, differences };
}

function keyOfUnit(row: LedgerRow): string {
  return unitKey(unitOfRow(row));
}
