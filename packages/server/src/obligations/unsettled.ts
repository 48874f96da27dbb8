/** What has to be reckoned again because of what is recorded. */
import type { Tx } from '../platform/database/tx.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import { concernedUnits, unitsAtOnce } from './concerned-units.ts';
import { journalFactsOf, type Recording } from './recording.ts';
import type { Unsettled } from './settle.ts';
import { concernsAll, type Unit } from './unit.ts';

export type OfAccount = readonly [string, readonly Recording[]];
type TermsOf = ReadonlyMap<string, readonly AgreedTerms[]>;

/** By account, in the order of accounts. */
export function inOrder(recordings: readonly Recording[]): readonly OfAccount[] {
  return [...Map.groupBy(recordings, ({ accountId }) => accountId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Undefined where it takes questions to know what is concerned. */
export function unsettledAtOnce(byAccount: readonly OfAccount[], terms: TermsOf): readonly Unsettled[] | undefined {
  const unsettled: Unsettled[] = [];
  for (const [accountId, own] of byAccount) {
    const all = terms.get(accountId) ?? [];
    const units = unitsAtOnce(factsIn(own), all);
    if (!units) return undefined;
    unsettled.push(unsettledOf(accountId, own, all, units));
  }
  return unsettled;
}

/** The same, whatever is recorded. */
export async function unsettledBy(
  tx: Tx,
  byAccount: readonly OfAccount[],
  terms: TermsOf,
): Promise<readonly Unsettled[]> {
  const unsettled: Unsettled[] = [];
  for (const [accountId, own] of byAccount) {
    const all = terms.get(accountId) ?? [];
    unsettled.push(unsettledOf(accountId, own, all, await concernedUnits(tx, accountId, factsIn(own), all)));
  }
  return unsettled;
}

function unsettledOf(
  accountId: string,
  own: readonly Recording[],
  all: readonly AgreedTerms[],
  units: readonly Unit[],
): Unsettled {
  const facts = factsIn(own);
  const standsAnew = facts.some((fact) => concernsAll(fact, all));
  const since = standsAnew ? undefined : Math.min(...facts.map(({ seconds }) => seconds));
  const begun = new Set(own.flatMap((one) => (one.begins ? one.facts.map(({ subjectId }) => subjectId) : [])));
  return { accountId, all, units, since, fresh: own.flatMap(journalFactsOf), begun };
}

const factsIn = (own: readonly Recording[]) => own.flatMap(({ facts }) => facts);
