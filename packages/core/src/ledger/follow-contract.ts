/** The promises of a contract as a whole, followed together. */
import { follow } from '../deadline/follow.ts';
import type { Follower } from '../deadline/follower.ts';
import type { Term, Terms } from '../deadline/terms.ts';
import { isWide } from './touches.ts';

/**
 * One follower for the cadences, counts, limits and gates among these promises; those that follow single subjects are
 * passed over. Clocks of periods bear the id of the contract as their subject, those of gates the gated fact's.
 */
export function followContract(terms: Terms, promises: Iterable<Term>, contractId: string): Follower {
  const followers = [...promises].filter(isWide).map((term) => follow(terms, term, contractId, 'contract'));
  return {
    take: (fact) => followers.forEach((follower) => follower.take(fact)),
    clocksAt: (now) => followers.flatMap((follower) => follower.clocksAt(now)),
  };
}
