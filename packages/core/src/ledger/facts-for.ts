/**
 * Which facts a promise reads. A ledger that is kept up fact by fact loads and recomputes by these names, so they may
 * be too many but never too few: the laws compare them with the followers themselves.
 */
import { openingKinds } from '../deadline/follow.ts';
import { SINGLE } from '../deadline/standing.ts';
import type { Term, Terms } from '../deadline/terms.ts';
import { subjectNameOf, type Vocabulary } from '../facts/vocabulary.ts';

export type FactsRead = {
  /** Their names; a fact with any other name changes nothing, unless `ownOfGated` asks for it. */
  readonly facts: ReadonlySet<string>;
  /**
   * Of a gate that asks `if` or `levels`: it also needs every fact of a gated subject's own kind, of those subjects to
   * which a gated fact happened.
   */
  readonly ownOfGated: boolean;
};

/**
 * What the follower of a promise reads. Of a promise that follows single subjects (response, request, update, before)
 * these are all facts of the kinds that open it, its evidence, and the facts by which the contract stands.
 */
export function factsFor({ clause, ...term }: Term, { vocabulary }: Terms): FactsRead {
  const standing = factsOf(vocabulary, SINGLE);
  switch (clause.form) {
    case 'response':
    case 'request':
    case 'update':
    case 'before': {
      const kinds = new Set(openingKinds({ clause, ...term }));
      return read(factsOf(vocabulary, kinds), clause.until.all.flat(), standing);
    }
    case 'cadence':
      return read(clause.until.all.flat(), clause['excused-by'] ?? [], standing);
    case 'count':
      return read(clause.until.all.flat(), standing);
    case 'limit':
      return read(clause.limit, clause.unless?.all.flat() ?? [], standing);
    case 'gate': {
      const state = clause.while === undefined ? undefined : vocabulary.states.get(clause.while);
      const needs = state ? [...state.begins, ...state.ends] : (clause.until?.all.flat() ?? []);
      const ownOfGated = clause.if !== undefined || clause.levels !== undefined;
      return { ...read(clause.gate, needs, ownOfGated ? standing : []), ownOfGated };
    }
  }
}

function read(...names: readonly (readonly string[])[]): FactsRead {
  return { facts: new Set(names.flat()), ownOfGated: false };
}

function factsOf({ facts }: Vocabulary, kinds: ReadonlySet<string>): readonly string[] {
  return [...facts].filter((fact) => kinds.has(subjectNameOf(fact)));
}
