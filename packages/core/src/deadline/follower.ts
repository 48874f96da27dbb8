/**
 * A follower reads the facts of one subject, or of one contract, in their order and tells the clocks
 * of its promises at any instant. Facts may come one by one or in any batches: asking changes nothing.
 */
import type { ConditionValue } from '../agreement/words/condition.ts';
import type { Clock } from './clock.ts';
import type { Fact } from './fact.ts';
import type { Life } from './life.ts';
import type { Terms } from './terms.ts';

export type Follower = {
  /** Takes the next fact; facts come in the order of the journal, never back in time. */
  readonly take: (fact: Fact) => void;
  /** The clocks as they stand at `now` (epoch seconds), not before the last fact. */
  readonly clocksAt: (now: number) => Clock[];
};

/** One subject whose life is followed, for all its promises at once. */
export type Followed = {
  readonly terms: Terms;
  readonly subject: string;
  readonly life: Life;
  readonly ask: (field: string) => ConditionValue | undefined;
};

/** What one promise makes of the life of a subject. */
export type Reactor = {
  /** Time passes up to a fact; the life is still as it was. */
  readonly pass: (at: number) => void;
  /** The fact is there, and in the life already if it happened to the subject itself (`own`). */
  readonly react: (fact: Fact, own: boolean) => void;
  readonly clocksAt: (now: number) => Clock[];
};
