/**
 * The ledger is kept in units that can be recomputed by themselves: one subject under one contract, or one promise that a
 * contract's terms make as a whole. A fact concerns a few of them, and so does a passing hour.
 */
import { touches } from '@tamarack/core';
import type { RecordedFact } from '../journal/index.ts';
import { isKnown, type AgreedTerms } from './agreed-terms.ts';
import type { LedgerRow } from './ledger-row.ts';
import { promiseRun } from './promise-run.ts';
import { factsOfContract, isStanding, kindOf, periodicPromises, promisesOf } from './promises-of.ts';

export type Unit =
  | { readonly of: 'subject'; readonly contractId: string; readonly subjectId: string }
  | { readonly of: 'promise'; readonly contractId: string; readonly termsId: string; readonly promise: string };

/** Locks are taken under this name, and duplicates fall together by it. */
export function unitKey(unit: Unit): string {
  return unit.of === 'subject' ? `${unit.contractId} ${unit.subjectId}` : `${unit.termsId} ${unit.promise}`;
}

const PERIODIC: ReadonlySet<string> = new Set(['cadence', 'count', 'limit']);

/** The unit to which a row of the ledger belongs. */
export function unitOfRow({
  contractId,
  subjectId,
  promise,
  form,
}: Pick<LedgerRow, 'contractId' | 'subjectId' | 'promise' | 'form'>): Unit {
  return PERIODIC.has(form)
    ? { of: 'promise', contractId, termsId: subjectId, promise }
    : { of: 'subject', contractId, subjectId };
}

/** What has to be recomputed because of a fact. `openSubjects` are those of the account that still owe something. */
export function unitsOf(fact: RecordedFact, all: readonly AgreedTerms[]): readonly Unit[] {
  const concerned = all.filter(({ contractId }) => fact.contractId === undefined || fact.contractId === contractId);
  const units = concerned.flatMap((agreed): Unit[] => {
    const { contractId, terms } = agreed;
    const touched = touches(terms)(fact.fact);
    const gated = promisesOf(terms, kindOf(fact.fact)).gates.length > 0;
    const subjects: Unit[] =
      touched.subjects || gated
        ? [fact.subjectId, ...(fact.aboutId === undefined ? [] : [fact.aboutId])].map((subjectId) => ({
            of: 'subject',
            contractId,
            subjectId,
          }))
        : [];
    const ofContract: Unit[] = factsOfContract(terms).has(fact.fact)
      ? [{ of: 'subject', contractId, subjectId: contractId }]
      : [];
    const periodic = touched.wide.filter((name) => periodicPromises(terms).has(name));
    return [...subjects, ...ofContract, ...periodic.map((promise) => promiseUnit(all, agreed, promise))];
  });
  return distinct(units);
}

/** The unit of a promise of the whole contract: under the terms with which its run began. */
export function promiseUnit(all: readonly AgreedTerms[], agreed: AgreedTerms, promise: string): Unit {
  const { contractId, termsId } = promiseRun(all, agreed, promise).first;
  return { of: 'promise', contractId, termsId, promise };
}

/**
 * Each unit once, in one order: so that locks are always taken in the same one. Tickets and the like come before the contract,
 * and that before its promises, because whoever works on a ticket has locked it before it is known what else is concerned.
 */
export function distinct(units: readonly Unit[]): readonly Unit[] {
  const byKey = new Map(units.map((unit) => [`${rankOf(unit)} ${unitKey(unit)}`, unit]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, unit]) => unit);
}

function rankOf(unit: Unit): number {
  if (unit.of === 'promise') return 2;
  return unit.subjectId === unit.contractId ? 1 : 0;
}

/** Whether a fact changes how the whole contract stands, and so whatever is open under it. */
export function concernsAll(fact: RecordedFact, all: readonly AgreedTerms[]): boolean {
  return isStanding(fact.fact) && fact.aboutId === undefined && isKnown(all, fact.fact);
}
