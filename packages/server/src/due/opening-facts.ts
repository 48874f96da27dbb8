import type { Term, Terms } from '@tamarack/core';

/** The facts that can open a promise. */
export function openingFacts({ vocabulary }: Terms, { clause }: Term): readonly string[] {
  switch (clause.form) {
    case 'response':
    case 'request':
    case 'before':
      return clause.when;
    case 'update':
      return vocabulary.states.get(clause.while)?.begins ?? [];
    case 'cadence':
    case 'count':
      return ['contract.started'];
    case 'limit':
      return ['contract.started', ...clause.limit];
    case 'gate':
      return clause.gate;
  }
}
