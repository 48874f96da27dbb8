/** Which facts have to be loaded to recompute some units. */
import { factsFor } from '@tamarack/core';
import type { AgreedTerms } from './agreed-terms.ts';
import type { JournalFact } from './clocks-of-unit.ts';
import { factsOfContract, promisesOf } from './promises-of.ts';
import type { Unit } from './unit.ts';
import { EVERYTHING, windowOf, type Windows } from './window.ts';

export type FactsWanted = {
  /** All facts of these subjects, and about them. */
  readonly subjects: readonly string[];
  /** All facts of these names. */
  readonly names: readonly string[];
  /** Facts of these names from an instant on, in epoch seconds. */
  readonly recent: readonly { readonly name: string; readonly since: number }[];
};

const standing = ['contract.', 'account.'];
const known = new WeakMap<readonly AgreedTerms[], readonly string[]>();

/** Facts that may concern any subject under these terms: how the contract stands, and what opens its gates. */
export function namesForAll(all: readonly AgreedTerms[]): readonly string[] {
  let names = known.get(all);
  if (!names) {
    const found = all.flatMap(({ terms }) => {
      const facts = [...terms.vocabulary.facts];
      const kinds = terms.vocabulary.subjects.keys();
      return [
        ...facts.filter((fact) => standing.some((prefix) => fact.startsWith(prefix))),
        ...[...kinds].flatMap((kind) => [...promisesOf(terms, kind).needs]),
      ];
    });
    known.set(all, (names = [...new Set(found)]));
  }
  return names;
}

/** Of promises of the whole contract only what lies in their windows. */
export function factsWanted(
  units: readonly Unit[],
  all: readonly AgreedTerms[],
  windows: Windows = EVERYTHING,
): FactsWanted {
  const names = new Set(namesForAll(all));
  const subjects = new Set<string>();
  const recent = new Map<string, number>();
  for (const unit of units) {
    if (unit.of === 'subject') subjects.add(unit.subjectId);
    const since = windowOf(windows, unit);
    for (const name of namesFor(unit, all)) {
      if (since === Number.NEGATIVE_INFINITY) names.add(name);
      else recent.set(name, Math.min(since, recent.get(name) ?? since));
    }
  }
  return {
    subjects: [...subjects],
    names: [...names],
    recent: [...recent].filter(([name]) => !names.has(name)).map(([name, since]) => ({ name, since })),
  };
}

/** A promise of the whole contract reads by name, and so do those that the contract itself opened. */
function namesFor(unit: Unit, all: readonly AgreedTerms[]): readonly string[] {
  if (unit.of === 'promise') {
    const agreed = all.find(({ termsId }) => termsId === unit.termsId);
    const term = agreed?.terms.promises.get(unit.promise);
    return agreed && term ? [...factsFor(term, agreed.terms).facts] : [];
  }
  if (unit.subjectId !== unit.contractId) return [];
  return all
    .filter(({ contractId }) => contractId === unit.contractId)
    .flatMap(({ terms }) => [...factsOfContract(terms)]);
}

/** Whether a fact is among those that are wanted. */
export function readBy(wanted: FactsWanted | undefined): (fact: JournalFact) => boolean {
  const subjects = new Set(wanted?.subjects);
  const names = new Set(wanted?.names);
  const since = new Map(wanted?.recent.map((one) => [one.name, one.since]));
  return ({ subject, about, fact, at }) =>
    subjects.has(subject) ||
    (about !== undefined && subjects.has(about)) ||
    names.has(fact) ||
    at >= (since.get(fact) ?? Number.POSITIVE_INFINITY);
}
