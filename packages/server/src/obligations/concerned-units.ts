/** Which units of the ledger have to be reckoned again because of new facts. */
import type { RecordedFact } from '../journal/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import { takeGates } from './ledger-store.ts';
import { subjectsConcerned, subjectsSince } from './ledger-views.ts';
import { gatedBy, periodicPromises } from './promises-of.ts';
import { concernsAll, distinct, promiseUnit, unitsOf, type Unit } from './unit.ts';

/** Where the facts say so by themselves; undefined where subjects have to be looked for. */
export function unitsAtOnce(facts: readonly RecordedFact[], all: readonly AgreedTerms[]): readonly Unit[] | undefined {
  const isWide = (fact: RecordedFact) =>
    concernsAll(fact, all) || all.some(({ terms }) => gatedBy(terms, fact.fact).size > 0);
  return facts.some(isWide) ? undefined : distinct(facts.flatMap((fact) => unitsOf(fact, all)));
}

/** The same, whatever the facts are. */
export async function concernedUnits(
  tx: Tx,
  accountId: string,
  facts: readonly RecordedFact[],
  all: readonly AgreedTerms[],
): Promise<readonly Unit[]> {
  const units = facts.flatMap((fact) => unitsOf(fact, all));
  for (const fact of facts) {
    if (concernsAll(fact, all)) units.push(...(await unitsOfWholeContracts(tx, accountId, fact, all)));
    units.push(...(await unitsBehindGates(tx, accountId, fact, all)));
  }
  return distinct(units);
}

async function unitsOfWholeContracts(
  tx: Tx,
  accountId: string,
  fact: RecordedFact,
  all: readonly AgreedTerms[],
): Promise<readonly Unit[]> {
  const concerned = all.filter(({ contractId }) => fact.contractId === undefined || fact.contractId === contractId);
  const units: Unit[] = concerned.flatMap((agreed) =>
    [...periodicPromises(agreed.terms).keys()].map((name) => promiseUnit(all, agreed, name)),
  );
  for (const contractId of new Set(concerned.map((agreed) => agreed.contractId))) {
    units.push({ of: 'subject', contractId, subjectId: contractId });
    for (const subjectId of await subjectsConcerned(tx, accountId, contractId, fact.seconds))
      units.push({ of: 'subject', contractId, subjectId });
  }
  return units;
}

/** A licence or a training that is recorded late counts for what came through the gate since. */
async function unitsBehindGates(
  tx: Tx,
  accountId: string,
  fact: RecordedFact,
  all: readonly AgreedTerms[],
): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  for (const { contractId, terms } of all) {
    const gated = gatedBy(terms, fact.fact);
    if (gated.size === 0) continue;
    takeGates(tx, accountId);
    for (const subjectId of await subjectsSince(tx, accountId, [...gated], fact.seconds))
      units.push({ of: 'subject', contractId, subjectId });
  }
  return units;
}
