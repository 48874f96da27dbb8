/** The terms in force at an instant. */
import type { AgreedTerms } from '../terms/index.ts';

export type { AgreedTerms };

/** Epoch seconds; undefined before the contract began and after it ended. */
export function termsAt(all: readonly AgreedTerms[], contractId: string, at: number): AgreedTerms | undefined {
  return all.find(
    (agreed) =>
      agreed.contractId === contractId && agreed.fromAt <= at && (agreed.untilAt === undefined || at < agreed.untilAt),
  );
}
