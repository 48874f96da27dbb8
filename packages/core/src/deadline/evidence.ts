/** Evidence: the fact that meets a promise, any of several, or several together. */
import type { Evidence } from '../agreement/grammar/promise.ts';

/** Which needs of an evidence are still open; a need is met by any of its facts. */
export type Gathering = boolean[];

/** Nothing gathered yet. */
export function gatherNothing(evidence: Evidence): Gathering {
  return evidence.all.map(() => false);
}

/** Takes a fact into account; true where it was evidence. */
export function gather(evidence: Evidence, gathering: Gathering, fact: string): boolean {
  let counted = false;
  for (let i = 0; i < evidence.all.length; i += 1) {
    if (evidence.all[i]?.includes(fact)) {
      gathering[i] = true;
      counted = true;
    }
  }
  return counted;
}

/** Whether everything that was needed is there. */
export function isComplete(gathering: Gathering): boolean {
  return gathering.every(Boolean);
}
