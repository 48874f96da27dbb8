/**
 * A follower reads the facts of one subject, or of one contract, in their order and tells the clocks
 * of one promise at any instant. Facts may come one by one or in any batches: asking changes nothing.
 */
import type { Clock } from './clock.ts';
import type { Fact } from './fact.ts';

export type Follower = {
  /** Takes the next fact; facts come in the order of the journal, never back in time. */
  readonly take: (fact: Fact) => void;
  /** The clocks as they stand at `now` (epoch seconds), not before the last fact. */
  readonly clocksAt: (now: number) => Clock[];
};
