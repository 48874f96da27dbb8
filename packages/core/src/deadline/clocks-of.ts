/** All clocks of a promise, from the facts of one contract. */
import { inRange } from '../calendar/time-range.ts';
import { subjectNameOf } from '../facts/vocabulary.ts';
import type { Clock } from './clock.ts';
import type { Fact } from './fact.ts';
import { follow, openingKinds } from './follow.ts';
import type { Follower } from './follower.ts';
import { SINGLE, standingAfter, standingOf, termsUnder } from './standing.ts';
import type { Term, Terms } from './terms.ts';

/**
 * The clocks of one promise at `now` (epoch seconds). `facts` are those of one contract in the order
 * of the journal; later ones than `now` are not looked at. Throws RangeError for a fact or a `now`
 * outside the years 1800 to 2499: whoever reads facts refuses those.
 *
 * A fact belongs to a subject when it happened to it or says that it is `about` it; facts of the
 * contract and the account belong to every subject. A subject begins at the level which the
 * contract has then, and keeps it unless a fact of its own changes it.
 */
export function clocksOf(terms: Terms, term: Term, facts: readonly Fact[], now: number): Clock[] {
  const past = facts.filter(({ at }) => isSupported(at) && at <= now);
  const kinds = isSupported(now) ? openingKinds(term) : undefined;
  return kinds ? clocksOfSubjects(terms, term, kinds, past, now) : clocksOfContract(terms, term, past, now);
}

function isSupported(at: number): boolean {
  if (Number.isSafeInteger(at) && inRange(at)) return true;
  throw new RangeError(`${at} is no whole epoch second of the years 1800 to 2499.`);
}

function clocksOfContract(terms: Terms, term: Term, facts: readonly Fact[], now: number): Clock[] {
  const follower = follow(terms, term, 'contract', 'contract');
  for (const fact of facts) follower.take(fact);
  return follower.clocksAt(now);
}

function clocksOfSubjects(
  terms: Terms,
  term: Term,
  kinds: readonly string[],
  facts: readonly Fact[],
  now: number,
): Clock[] {
  const followers = new Map<string, Follower>();
  const single: Follower[] = [];
  let standing = standingOf(terms);
  let present = terms;
  const followed = (kind: string, subject: string): Follower => {
    const key = `${kind} ${subject}`;
    let follower = followers.get(key);
    if (!follower) {
      followers.set(key, (follower = follow(present, term, subject, kind)));
      if (SINGLE.has(kind)) single.push(follower);
    }
    return follower;
  };
  const awaited = term.clause.form === 'before' ? new Set(term.clause.until.all.flat()) : undefined;

  for (const fact of facts) {
    const kind = subjectNameOf(fact.fact);
    const before = standing;
    standing = standingAfter(standing, fact);
    if (standing !== before) present = termsUnder(terms, standing);
    const taking = new Set<Follower>(SINGLE.has(kind) && fact.about === undefined ? followers.values() : single);
    if (kinds.includes(kind)) taking.add(followed(kind, fact.subject));
    for (const other of kinds) {
      const bySubject = followers.get(`${other} ${fact.subject}`);
      if (bySubject && other !== kind) taking.add(bySubject);
      if (fact.about === undefined) continue;
      // Evidence may come before what it serves was announced.
      const byAbout = awaited?.has(fact.fact) ? followed(other, fact.about) : followers.get(`${other} ${fact.about}`);
      if (byAbout) taking.add(byAbout);
    }
    for (const follower of taking) follower.take(fact);
  }
  return [...followers.values()].flatMap((follower) => follower.clocksAt(now));
}
