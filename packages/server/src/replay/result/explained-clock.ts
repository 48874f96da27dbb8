import {
  explanationInWords,
  wholeWay,
  type Clock,
  type ClockSegment,
  type Explanation,
  type View,
} from '@tamarack/core';
import type { Followed } from '../clocks/followed.ts';

/** A clock with its way and its words. */
export interface ExplainedClock {
  readonly segments: readonly ClockSegment[];
  readonly words: Explanation;
  readonly view: View;
}

/** Explains a clock at the end of the log, with the times of the log's zone. */
export function explainedClock(
  clock: Clock,
  { term, description }: Followed,
  zone: string,
  now: number,
): ExplainedClock {
  const view: View = { promise: term.clause, description, zone, now };
  const segments = wholeWay(clock, now);
  return { segments, words: explanationInWords(clock, segments, view), view };
}
