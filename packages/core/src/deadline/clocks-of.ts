/** All clocks of a promise, from the facts of one contract. */
import { subjectNameOf } from '../facts/vocabulary.ts';
import type { Clock } from './clock.ts';
import type { Fact } from './fact.ts';
import { follow, openingKinds } from './follow.ts';
import type { Follower } from './follower.ts';
import type { Term, Terms } from './terms.ts';

/** Kinds of which a contract has one: what follows them needs no `about`. */
const SINGLE = new Set(['contract', 'account']);

/**
 * The clocks of one promise at `now` (epoch seconds). `facts` are those of one contract in the order
 * of the journal; later ones than `now` are not looked at. A fact belongs to a subject when it
 * happened to it or says that it is `about` it.
 */
export function clocksOf(terms: Terms, term: Term, facts: readonly Fact[], now: number): Clock[] {
  const kinds = openingKinds(term);
  if (!kinds) {
    const follower = follow(terms, term, 'contract', 'contract');
    for (const fact of facts) if (fact.at <= now) follower.take(fact);
    return follower.clocksAt(now);
  }
  const followers = new Map<string, Follower>();
  for (const fact of facts) {
    if (fact.at > now) break;
    const kind = subjectNameOf(fact.fact);
    if (kinds.includes(kind) && !followers.has(fact.subject)) followers.set(fact.subject, follow(terms, term, fact.subject, kind));
    if (kinds.some((single) => SINGLE.has(single))) for (const follower of followers.values()) follower.take(fact);
    else {
      followers.get(fact.subject)?.take(fact);
      if (fact.about !== undefined && fact.about !== fact.subject) followers.get(fact.about)?.take(fact);
    }
  }
  return [...followers.values()].flatMap((follower) => follower.clocksAt(now));
}
