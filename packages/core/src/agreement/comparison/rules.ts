/**
 * What a change at a place means, by the pattern of its path: `*` is any key, `**` any keys. The first
 * pattern that fits counts; where none does, nobody can tell.
 */
import type { Path } from './difference.ts';
import type { Polarity } from './verdict.ts';

export type Rule =
  | { readonly is: 'neutral' }
  | {
      readonly is:
        | 'promise'
        | 'calendar'
        | 'parameter'
        | 'condition'
        | 'calendar-reference'
        | 'duration'
        | 'steps'
        | 'order';
    }
  /** Named clauses: one more of them is good, bad or neither for the customer. */
  | { readonly is: 'clauses'; readonly polarity: Polarity | 'neutral' }
  /** A list whose order says nothing. */
  | { readonly is: 'set'; readonly polarity: Polarity }
  /** A number; `absent` is what it counts for where it is not there. */
  | { readonly is: 'number'; readonly polarity: Polarity; readonly absent: number };

const clauses = (polarity: Polarity | 'neutral'): Rule => ({ is: 'clauses', polarity });
const set = (polarity: Polarity): Rule => ({ is: 'set', polarity });
const neutral: Rule = { is: 'neutral' };

const RULES: readonly (readonly [pattern: string, rule: Rule])[] = [
  ['tamarack', neutral],
  ['document.**', neutral],
  ['**.source', neutral],
  ['service.name', neutral],
  ['levels.*.name', neutral],
  ['channels.*.name', neutral],
  ['activities.*.name', neutral],
  ['escalations.*.name', neutral],
  ['roles.*.*.name', neutral],
  ['onboarding.*.name', neutral],
  ['promises.*', { is: 'promise' }],
  ['calendars.*', { is: 'calendar' }],
  ['parameters.*', { is: 'parameter' }],
  ['terms', clauses(0)],
  ['levels', clauses(0)],
  ['scope.covered', clauses(1)],
  ['scope.covered.*.items', set(1)],
  ['scope.excluded', clauses(-1)],
  ['scope.excluded.*.items', set(-1)],
  ['scope.grounds', clauses(-1)],
  ['scope.grounds.*.items', set(-1)],
  ['scope.needs', clauses(-1)],
  ['scope.needs.*.items', set(-1)],
  ['channels', clauses(1)],
  ['channels.*.hours', { is: 'calendar-reference' }],
  ['channels.*.for', set(1)],
  ['channels.*.makes', set(1)],
  ['seats', clauses(1)],
  ['seats.*.each', { is: 'number', polarity: 1, absent: 0 }],
  ['seats.*.per-started', { is: 'number', polarity: -1, absent: Number.POSITIVE_INFINITY }],
  ['seats.*.at-most', { is: 'number', polarity: 1, absent: Number.POSITIVE_INFINITY }],
  ['escalations', clauses(1)],
  ['escalations.*.grounds', set(1)],
  ['escalations.*.steps', { is: 'steps' }],
  ['cover', clauses(1)],
  ['cover.*.if', { is: 'condition' }],
  ['cover.*.by', set(1)],
  ['cover.*.beforehand', set(1)],
  ['onboarding', { is: 'order' }],
  ['onboarding.*.contents', set(1)],
  ['requests', clauses(1)],
  ['requests.*.fulfilled-within', { is: 'duration' }],
  ['requests.*.qualifies', set(-1)],
  ['requests.*.calendar', { is: 'calendar-reference' }],
  ['objectives', clauses(1)],
  ['eligibility.rules.*.if', { is: 'condition' }],
  ['eligibility.exceptions', clauses(1)],
  ['roles.provider', clauses(0)],
  ['roles.customer', clauses(0)],
  ['roles.provider.*.duties', set(1)],
  ['roles.customer.*.duties', set(-1)],
  ['responsibilities', clauses(0)],
  ['activities', clauses('neutral')],
  ['activities.*.agenda', set(1)],
];

/** The rule for a place. */
export function ruleAt(path: Path): Rule | undefined {
  return RULES.find(([pattern]) => fits(pattern.split('.'), path))?.[1];
}

/** What one more clause means where this clause stands. */
export function polarityOfClause(path: Path): Polarity {
  const rule = ruleAt(path.slice(0, -1));
  return rule?.is === 'clauses' && rule.polarity !== 'neutral' ? rule.polarity : 0;
}

function fits(pattern: readonly string[], path: Path): boolean {
  if (pattern[0] === '**') return path.length > 0 && path.at(-1) === pattern[1];
  if (pattern.at(-1) === '**') return path[0] === pattern[0] && path.length > 1;
  return pattern.length === path.length && pattern.every((step, i) => step === '*' || step === path[i]);
}
