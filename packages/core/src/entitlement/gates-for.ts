/** Whether something may happen now, and if not, what is missing (AC5, AC6, AC20). */
import { promiseInWords } from '../agreement/in-words/promise-in-words.ts';
import type { Fact } from '../deadline/fact.ts';
import { followGate } from '../deadline/follow-gate.ts';
import { productOf } from '../deadline/testimony.ts';
import type { Terms } from '../deadline/terms.ts';
import { missingInWords, needInWords, remedyInWords } from './need-in-words.ts';

/** One thing that a gate asks for. */
export type Need = {
  /** Any of these facts gives it. */
  readonly facts: readonly string[];
  readonly given: boolean;
  /** "A licence is valid." */
  readonly says: string;
  /** "No valid licence for AlmaLinux.", where it is not given. */
  readonly missing: string;
  /** What to do first: "First a licence is issued or renewed for AlmaLinux." */
  readonly remedy: string;
};

/** What one gate says of a fact. */
export type GateAnswer = {
  readonly promise: string;
  readonly title: string;
  readonly says: string;
  readonly open: boolean;
  readonly needs: readonly Need[];
};

/**
 * The gates that concern a fact which has not happened yet, in the order of the description; none where anything goes.
 * `history` are the facts of the contract in the order of the journal, at least those that `factsFor` names for its
 * gates. Later ones than the fact are not looked at.
 */
export function gatesFor(terms: Terms, fact: Fact, history: readonly Fact[]): GateAnswer[] {
  const { description } = terms;
  const product = productOf(fact);
  return [...terms.promises.values()].flatMap((term): GateAnswer[] => {
    const { name, clause } = term;
    if (clause.form !== 'gate' || !clause.gate.includes(fact.fact)) return [];
    const follower = followGate(terms, term, clause);
    for (const past of history) if (past.at <= fact.at) follower.take(past);
    const needs = follower.needsFor(fact);
    if (!needs) return [];
    return [
      {
        promise: name,
        title: clause.title,
        says: clause.says ?? promiseInWords(clause, description),
        open: needs.every(({ given }) => given),
        needs: needs.map(({ facts, given }) => ({
          facts,
          given,
          says: needInWords(facts, clause.while, description),
          missing: missingInWords(facts, clause.while, description, product),
          remedy: remedyInWords(facts, fact.fact, description, product),
        })),
      },
    ];
  });
}
