/** A promise in words as one contract has it: the clause of the description, and what the contract agreed instead. Pure. */
import { agreedBesideClause, promiseInWords } from '@tamarack/core';
import type { OwedClock } from './clocks-of-unit.ts';

export function clauseInWords({ term, agreed }: Pick<OwedClock, 'term' | 'agreed'>, zone: string): string {
  const { description, level } = agreed.terms;
  const agreedTerm = { term, level, from: agreed.fromAt };
  const instead = agreedBesideClause(agreedTerm, description, zone);
  const says = promiseInWords(term.clause, description, level);
  return instead === undefined ? says : `${says} ${instead}`;
}
