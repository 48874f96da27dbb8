/**
 * Brings units up to an instant: load → fold → save. Recording a fact, a waking deadline, a contract's move and
 * the demonstration all come through here, so a breach is found in one way and recorded once.
 */
import type { Tx } from '../platform/database/tx.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import { changesOf, type Change } from './changes.ts';
import { factsWanted, namesForAll, readBy, type FactsWanted } from './facts-wanted.ts';
import { clocksOfUnit, type JournalFact } from './clocks-of-unit.ts';
import { ledgerRowOf } from './ledger-row-of.ts';
import type { StoredRow } from './ledger-row.ts';
import { loadFactsOf } from './facts-views.ts';
import { loadRowsOf, loadWindows } from './ledger-views.ts';
import { unitKey, unitOfRow, type Unit } from './unit.ts';
import { reckonedAt } from './reckoned-at.ts';
import { rememberedStanding, rememberStanding } from './standing-facts.ts';
import { EVERYTHING, windowOf, type Windows } from './window.ts';

/** What has to be reckoned again in one account. */
export type Unsettled = {
  readonly accountId: string;
  readonly all: readonly AgreedTerms[];
  /** Locked already. */
  readonly units: readonly Unit[];
  /**
   * Nothing that is new happened before, in epoch seconds. Undefined: everything is read again, for how the contract stands has
   * changed, and with it where its periods begin and end.
   */
  readonly since: number | undefined;
  /** What is new, and not in the journal yet. */
  readonly fresh: readonly JournalFact[];
  /** Subjects of which neither journal nor ledger know anything. */
  readonly begun: ReadonlySet<string>;
};

export type Settled = Unsettled & { readonly changes: readonly Change[] };

/** `now` in epoch seconds. Each account is named once. Nothing is written yet. */
export async function settle(tx: Tx, unsettled: readonly Unsettled[], now: number): Promise<readonly Settled[]> {
  const concerned = unsettled.filter(({ units }) => units.length > 0);
  if (concerned.length === 0) return [];
  const windows = await loadWindows(tx, concerned);
  const wanted = new Map(
    concerned.map(({ accountId, units, all }) => [accountId, factsWanted(units, all, windows)] as const),
  );
  const [facts, rows] = await Promise.all([
    loadFactsOf(tx, new Map(concerned.map((one) => [one.accountId, knownOf(one, wanted.get(one.accountId))]))),
    loadRowsOf(tx, concerned.map(withoutBegun), windows),
  ]);
  return concerned.map((one) => {
    const { accountId, units, all } = one;
    const known = facts.get(accountId) ?? [];
    if (isAllNew(one)) rememberStanding(all, known);
    const read = withFresh(one, known, wanted.get(accountId));
    return { ...one, changes: recompute(units, all, read, rows.get(accountId) ?? [], now, windows) };
  });
}

/** The same without a question, where these are new subjects and this process remembers what else concerns them; else undefined. */
export function settledAtOnce(unsettled: readonly Unsettled[], now: number): readonly Settled[] | undefined {
  const concerned = unsettled.filter(({ units }) => units.length > 0);
  const settled: Settled[] = [];
  for (const one of concerned) {
    const { all, units } = one;
    const known = isAllNew(one) ? rememberedStanding(all) : undefined;
    if (!known) return undefined;
    settled.push({ ...one, changes: recompute(units, all, withFresh(one, known, factsWanted(units, all)), [], now) });
  }
  return settled;
}

/** Nothing is known of any of it but what concerns every subject. */
function isAllNew({ units, begun }: Unsettled): boolean {
  return units.every(
    (unit) => unit.of === 'subject' && begun.has(unit.subjectId) && unit.subjectId !== unit.contractId,
  );
}

/** Of one second, what was recorded later comes later. */
function withFresh(
  { fresh }: Unsettled,
  known: readonly JournalFact[],
  wanted: FactsWanted | undefined,
): readonly JournalFact[] {
  return fresh.length === 0 ? known : [...known, ...fresh.filter(readBy(wanted))].toSorted((a, b) => a.at - b.at);
}

function withoutBegun({ accountId, units, begun }: Unsettled) {
  return { accountId, units: units.filter((unit) => unit.of !== 'subject' || !begun.has(unit.subjectId)) };
}

const NOTHING: FactsWanted = { subjects: [], names: [], recent: [] };

function knownOf({ begun }: Unsettled, wanted = NOTHING): FactsWanted {
  return { ...wanted, subjects: wanted.subjects.filter((subject) => !begun.has(subject)) };
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
  return units.flatMap((unit) => {
    const [own, stored] = [factsOf(unit), byUnit.get(unitKey(unit)) ?? []];
    const at = reckonedAt(own, stored, now);
    return changesOf(
      clocksOfUnit(unit, all, own, at)
        .filter(({ clock }) => clock.opened >= windowOf(windows, unit))
        .map((owed) => ledgerRowOf(owed, at)),
      stored,
    );
  });
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
