/** The terms in force at an instant, and the facts that terms know. */
import type { AgreedTerms } from '../terms/index.ts';

export type { AgreedTerms };

/** Epoch seconds; undefined before the contract began and after it ended. */
export function termsAt(all: readonly AgreedTerms[], contractId: string, at: number): AgreedTerms | undefined {
  return all.find(
    (agreed) =>
      agreed.contractId === contractId && agreed.fromAt <= at && (agreed.untilAt === undefined || at < agreed.untilAt),
  );
}

/**
 * Whether any of these terms know a fact. What none knows (a proposal, somebody's naming, the ledger's own word) is kept for
 * people: no clock reads it, whatever it carries.
 */
export function isKnown(all: readonly AgreedTerms[], fact: string): boolean {
  return all.some(({ terms }) => terms.vocabulary.facts.has(fact));
}
