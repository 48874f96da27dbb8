/** The course of a clock: each stretch of time in a line, and each pause. */
import { secondsInWords } from '../agreement/words/duration.ts';
import type { Clock, Pause } from '../deadline/clock.ts';
import type { ClockSegment } from '../deadline/explain-clock.ts';
import { pausedSeconds } from '../deadline/reckoning.ts';
import { joinClosed } from './closed-run.ts';
import { momentInWords, rangeInWords, yearOf } from './local-time.ts';
import { tableOf, type View } from './view.ts';

/** A course of more stretches is told by its beginning and its end. */
const MOST_LINES = 60;

/** "Fri 20 Nov 17:00 – Mon 23 Nov 09:00 CET  closed: outside hours, no hours on Saturday, Sunday". */
export function courseInWords(clock: Clock, segments: readonly ClockSegment[], view: View): string[] {
  const zone = tableOf(view);
  const year = yearOf(zone, clock.opened);
  const stretches = joinClosed(segments, view.now);
  const lines = stretches.map(
    (stretch) => `${rangeInWords(zone, stretch.from, stretch.to, year)}  ${stretchInWords(stretch, view.now)}`,
  );
  if (lines.length <= MOST_LINES) return lines;
  const half = MOST_LINES / 2;
  const left = stretches.slice(half, -half);
  return [
    ...lines.slice(0, half),
    `… and ${left.length} stretches between them, in which ${secondsInWords(countedIn(left))} count`,
    ...lines.slice(-half),
  ];
}

/** The seconds of the stretches that count. */
export function countedIn(segments: readonly ClockSegment[]): number {
  return segments.reduce((sum, { from, to, counts }) => (counts ? sum + to - from : sum), 0);
}

function stretchInWords({ from, to, kind, cause }: ClockSegment, now: number): string {
  const length = secondsInWords(to - from);
  switch (kind) {
    case 'counts':
      return `${from >= now ? 'will count' : 'counted'}: ${length}${cause === 'open' ? '' : ` (${cause})`}`;
    case 'closed':
      return cause;
    case 'paused':
      return `paused: ${cause}`;
    case 'late':
      return `late: ${length} ${cause}`;
  }
}

/** Each pause, and how much working time it spared; a pause outside the hours spares none. */
export function pausesInWords(clock: Clock, view: View): string[] {
  const zone = tableOf(view);
  const calendar = clock.targets.at(-1)?.calendar;
  const until = clock.metAt ?? clock.endedAt ?? view.now;
  return clock.pauses.map((pause) => {
    const spared = calendar ? `; ${secondsInWords(pausedSeconds(calendar, [pause], until))} not counted` : '';
    return `Paused ${spanOf(pause)}: ${pause.because}${spared}.`;
  });

  function spanOf({ from, to }: Pause): string {
    return to === undefined
      ? `since ${momentInWords(zone, from)}`
      : rangeInWords(zone, from, to, yearOf(zone, clock.opened));
  }
}
