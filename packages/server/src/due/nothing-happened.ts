import type { Chosen } from './choose-terms.ts';
import { openingFacts } from './opening-facts.ts';
import type { Question } from './question.ts';
import { rfc3339 } from './read-instant.ts';

/** What was asked where no clock was found; facts are `given` unless they were only assumed. */
export interface Asked extends Question {
  readonly given: boolean;
  readonly subject: string | undefined;
}

/** What is missing in the facts of a file; undefined where they have what opens the promise by then. */
export function nothingHappened({ terms, term }: Chosen, { facts, now, subject }: Asked): string | undefined {
  const opening = openingFacts(terms, term);
  const when = rfc3339(now) ?? '';
  const opens = `Nothing has opened "${term.name}" by ${when}`;
  if (facts.length === 0) return `${opens}: there are no facts.`;
  const first = facts[0];
  if (first && first.at > now) return `${opens}: the first fact is of ${rfc3339(first.at) ?? ''}.`;
  const meant = subject === undefined ? facts : facts.filter((fact) => fact.subject === subject);
  if (subject !== undefined && meant.length === 0) return `${opens} for "${subject}": the facts are of others.`;
  const found = meant.filter(({ fact }) => opening.includes(fact));
  if (found.some(({ at }) => at <= now)) return undefined;
  const next = found[0];
  const since = next ? `the first ${next.fact} is of ${rfc3339(next.at) ?? ''}` : `there is no ${opening.join(' or ')}`;
  return `${opens}${subject === undefined ? '' : ` for "${subject}"`}: ${since}.`;
}
