/**
 * Brings units of one account up to an instant: load → fold → save. Recording a fact, a waking deadline, a contract's move and
 * the demonstration all come through here, so a breach is found in one way and recorded once.
 */
import type { Tx } from '../platform/database/tx.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import { changesOf, type Change } from './changes.ts';
import { factsWanted, namesForAll } from './facts-wanted.ts';
import { clocksOfUnit, type JournalFact } from './clocks-of-unit.ts';
import { ledgerRowOf } from './ledger-row-of.ts';
import type { StoredRow } from './ledger-row.ts';
import { saveRows } from './ledger-store.ts';
import { loadFacts, loadRows, loadWindows } from './ledger-views.ts';
import { unitKey, unitOfRow, type Unit } from './unit.ts';
import { EVERYTHING, windowOf, type Windows } from './window.ts';

/**
 * The units have to be locked already. `now` in epoch seconds, as `since`: nothing that is new happened before. Left out,
 * everything is read again: how the contract stands has changed, and with it where its periods begin and end.
 */
export async function settle(
  tx: Tx,
  accountId: string,
  all: readonly AgreedTerms[],
  units: readonly Unit[],
  { now, since }: { readonly now: number; readonly since: number | undefined },
): Promise<readonly Change[]> {
  if (units.length === 0) return [];
  const windows = since === undefined ? EVERYTHING : await loadWindows(tx, accountId, units, since);
  const [facts, rows] = await Promise.all([
    loadFacts(tx, accountId, factsWanted(units, all, windows)),
    loadRows(tx, accountId, units, windows),
  ]);
  const changes = recompute(units, all, facts, rows, now, windows);
  saveRows(tx, accountId, changes);
  return changes;
}

/** What `settle` would change; pure. Facts and rows are those of the windows. */
export function recompute(
  units: readonly Unit[],
  all: readonly AgreedTerms[],
  facts: readonly JournalFact[],
  rows: readonly StoredRow[],
  now: number,
  windows: Windows = EVERYTHING,
): readonly Change[] {
  const byUnit = Map.groupBy(rows, (row) => unitKey(unitOfRow(row)));
  const factsOf = factsByUnit(facts, all);
  return units.flatMap((unit) =>
    changesOf(
      clocksOfUnit(unit, all, factsOf(unit), now)
        .filter(({ clock }) => clock.opened >= windowOf(windows, unit))
        .map((owed) => ledgerRowOf(owed, now)),
      byUnit.get(unitKey(unit)) ?? [],
    ),
  );
}

/** Each subject's own facts and those that concern every subject: among ten thousand nobody reads the others'. */
function factsByUnit(
  facts: readonly JournalFact[],
  all: readonly AgreedTerms[],
): (unit: Unit) => readonly JournalFact[] {
  const places = new Map(facts.map((fact, i) => [fact, i]));
  const bySubject = Map.groupBy(facts, (fact) => fact.subject);
  const byAbout = Map.groupBy(facts, (fact) => fact.about);
  const names = new Set(namesForAll(all));
  const shared = facts.filter((fact) => names.has(fact.fact));
  return (unit) => {
    if (unit.of === 'promise' || unit.subjectId === unit.contractId) return facts;
    const own = new Set([...shared, ...(bySubject.get(unit.subjectId) ?? []), ...(byAbout.get(unit.subjectId) ?? [])]);
    return [...own].toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  };
}
