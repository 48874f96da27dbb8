/**
 * A clock explained in words, in sections: whoever shows them chooses which. Everything is derived
 * from the clock, its segments and the view, and is the same wherever it is computed.
 */
import type { Clock } from '../deadline/clock.ts';
import type { ClockSegment } from '../deadline/explain-clock.ts';
import { courseInWords, pausesInWords } from './course-in-words.ts';
import { earlierInWords } from './earlier-in-words.ts';
import { formInWords } from './form-in-words.ts';
import { headline } from './headline.ts';
import { meaningInWords } from './meaning-in-words.ts';
import { outcomeInWords } from './outcome-in-words.ts';
import { targetsInWords } from './targets-in-words.ts';
import type { View } from './view.ts';

export type Explanation = {
  /** All of it in one line. */
  readonly headline: string;
  /** Each target with when it came into force and why; for promises without one, what is counted. */
  readonly targets: readonly string[];
  /** What the duration meant here: dates counted, calendar. */
  readonly meaning: readonly string[];
  /** Each stretch of time with its cause. */
  readonly course: readonly string[];
  readonly pauses: readonly string[];
  readonly outcome: readonly string[];
  /** Other cycles and turns, the oldest first. */
  readonly earlier: readonly string[];
};

/** Explains a clock. `segments` are those of `wholeWay` or `explainClock`; `earlier` the clocks before it. */
export function explanationInWords(
  clock: Clock,
  segments: readonly ClockSegment[],
  view: View,
  earlier: readonly Clock[] = [],
): Explanation {
  return {
    headline: headline(clock, view),
    targets: [...targetsInWords(clock, view), ...formInWords(clock, view)],
    meaning: meaningInWords(clock),
    course: courseInWords(clock, segments, view),
    pauses: pausesInWords(clock, view),
    outcome: outcomeInWords(clock, segments, view),
    earlier: earlierInWords(earlier, view),
  };
}

/** The sections as lines of plain text, each section indented under its heading. */
export function explanationLines(explanation: Explanation): string[] {
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
  return [
    explanation.headline,
    ...section('Target', explanation.targets),
    ...section('Which means', explanation.meaning),
    ...section('Stretch by stretch', explanation.course),
    ...section('Pauses', explanation.pauses),
    ...section('Outcome', explanation.outcome),
    ...section('Before', explanation.earlier),
  ];
}
