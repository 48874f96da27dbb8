/** Whether a customer can have the service at a level, and which values decided it (GL1). */
import type { Description } from '../agreement/grammar/description.ts';
import { conditionInWords, fieldInWords } from '../agreement/in-words/condition-in-words.ts';
import { holds, type Condition } from '../agreement/words/condition.ts';
import { fieldOfStanding } from '../deadline/standing.ts';
import type { FactData } from '../deadline/fact.ts';

export const ELIGIBILITIES = ['eligible', 'by-exception', 'needs-exception', 'not-eligible'] as const;

/**
 * - `eligible`: a rule holds, or the description has none.
 * - `by-exception`: no rule holds, and all the roles that decide an exception granted it.
 * - `needs-exception`: no rule holds; there is an exception that nobody of those roles has refused.
 * - `not-eligible`: no rule holds, and no exception is left.
 */
export type Eligibility = (typeof ELIGIBILITIES)[number];

/** What one role decided about an exception, as it stands on record; the last one of a role counts. */
export type Decision = { readonly exception: string; readonly role: string; readonly grants: boolean };

export type EligibilityRule = {
  readonly name: string;
  readonly says: string;
  /** The condition in words. */
  readonly condition: string;
  readonly holds: boolean;
  /** Every field that it asks, by its name and in words; without a value where it is not known, which holds nothing. */
  readonly asks: readonly { readonly field: string; readonly called: string; readonly value?: string | number }[];
};

export type EligibilityException = {
  readonly name: string;
  readonly says: string;
  /** What each of the roles said; undefined where it has not decided. */
  readonly decisions: readonly { readonly role: string; readonly grants: boolean | undefined }[];
  readonly granted: boolean;
  readonly refused: boolean;
};

export type EligibilityReport = {
  readonly eligibility: Eligibility;
  readonly rules: readonly EligibilityRule[];
  readonly exceptions: readonly EligibilityException[];
};

/** `account` is what is known of the customer: segment, annual-recurring-revenue … Rules of other levels are left out. */
export function eligibilityOf(
  description: Description,
  level: string,
  account: FactData,
  decisions: readonly Decision[] = [],
): EligibilityReport {
  const { rules = {}, exceptions = {} } = description.eligibility ?? {};
  const ask = fieldOfStanding({ at: Number.NEGATIVE_INFINITY, level, account });
  const asked = Object.entries(rules)
    .filter(([, rule]) => (rule.level ?? level) === level)
    .map(([name, rule]): EligibilityRule => ({
      name,
      says: rule.says,
      condition: conditionInWords(rule.if, description),
      holds: holds(rule.if, ask),
      asks: fieldsOf(rule.if).map((field) => {
        const value = ask(field);
        return { field, called: fieldInWords(field, description), ...(value === undefined ? {} : { value }) };
      }),
    }));
  const open = Object.entries(exceptions).map(([name, exception]): EligibilityException => {
    const said = exception['decided-by'].map((role) => ({ role, grants: lastSaid(decisions, name, role) }));
    return {
      name,
      says: exception.says,
      decisions: said,
      granted: said.every(({ grants }) => grants === true),
      refused: said.some(({ grants }) => grants === false),
    };
  });
  const none = Object.keys(rules).length === 0;
  return { eligibility: none ? 'eligible' : decided(asked, open), rules: asked, exceptions: open };
}

function decided(rules: readonly EligibilityRule[], exceptions: readonly EligibilityException[]): Eligibility {
  if (rules.some((rule) => rule.holds)) return 'eligible';
  if (exceptions.some(({ granted }) => granted)) return 'by-exception';
  return exceptions.some(({ refused }) => !refused) ? 'needs-exception' : 'not-eligible';
}

function lastSaid(decisions: readonly Decision[], exception: string, role: string): boolean | undefined {
  return decisions.findLast((decision) => decision.exception === exception && decision.role === role)?.grants;
}

function fieldsOf({ anyOf }: Condition): string[] {
  return [...new Set(anyOf.flat().map(({ field }) => field))];
}
