/** Which promises a log of tickets can tell about: those that its subjects open. */
import { openingKinds, type Term, type Terms } from '@tamarack/core';

/** A promise that is followed. */
export interface Followed {
  readonly term: Term;
  /** In whose words it is explained. */
  readonly description: Terms['description'];
  /** Whose breach it is: a promise that the customer owes is no failure of the provider. */
  readonly owedBy: 'provider' | 'customer' | 'nobody';
}

export interface NotFollowed {
  readonly promise: string;
  readonly title: string;
  readonly because: string;
}

/** Sorts the promises; `levels` are those that the log can have, the contract's among them. */
export function followedPromises(terms: Terms, subject: string, levels: readonly string[]) {
  const followed: Followed[] = [];
  const notFollowed: NotFollowed[] = [];
  for (const term of terms.promises.values()) {
    const because = whyNot(term, subject, levels);
    if (because === undefined) followed.push({ term, description: terms.description, owedBy: sideOf(term) });
    else notFollowed.push({ promise: term.name, title: term.clause.title, because });
  }
  return { followed, notFollowed };
}

function whyNot(term: Term, subject: string, levels: readonly string[]): string | undefined {
  const kinds = openingKinds(term);
  if (!kinds) return 'it is about the contract as a whole, not about one ticket';
  if (!kinds.includes(subject)) return `it is opened by facts of ${kinds.join(', ')}, which the log does not hold`;
  return levels.some((level) => term.appliesTo(level)) ? undefined : 'it does not belong to this level';
}

function sideOf({ clause }: Term): Followed['owedBy'] {
  if (!clause.by) return 'nobody';
  return clause.by.customer === undefined ? 'provider' : 'customer';
}
