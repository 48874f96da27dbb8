/** The stretches of a picture: what of a clock's time is painted how. */
import { causeInWords } from '../../calendar/cause-in-words.ts';
import { explain } from '../../calendar/explain.ts';
import type { Clock } from '../../deadline/clock.ts';
import type { ClockSegment } from '../../deadline/explain-clock.ts';
import type { Paint } from './paint.ts';
import type { Stretch } from './time-scale.ts';

export type PaintedStretch = Stretch & { readonly paint: Paint; readonly cause: string };

/**
 * The segments of a clock, and what was spared between the evidence and the deadline. A clock
 * without segments (a period, a limit, an announced event) is painted from its opening to its end.
 */
export function stretchesOf(clock: Clock, segments: readonly ClockSegment[], now: number): PaintedStretch[] {
  if (segments.length === 0) return wholePeriod(clock, now);
  const finished = clock.metAt ?? clock.endedAt;
  const painted = segments.map(({ from, to, kind, cause }): PaintedStretch => ({
    from,
    to,
    cause,
    paint: kind === 'counts' && finished === undefined && from >= now ? 'ahead' : kind,
  }));
  return [...painted, ...spared(clock)];
}

function spared(clock: Clock): PaintedStretch[] {
  const due = clock.due;
  const calendar = clock.targets.at(-1)?.calendar;
  const from = clock.metAt ?? clock.endedAt;
  if (!calendar || due === undefined || from === undefined || due <= from) return [];
  return explain(calendar, from, due).map((piece) => ({
    from: piece.from,
    to: piece.to,
    paint: piece.open ? 'spare' : 'closed',
    cause: piece.open ? 'not needed' : causeInWords(piece.cause),
  }));
}

function wholePeriod(clock: Clock, now: number): PaintedStretch[] {
  const due = clock.due;
  const until = clock.metAt ?? clock.endedAt ?? now;
  // A period that passed is over; only what comes before an announced event can still be done late.
  const missed = clock.form === 'before' ? clock.breachedAt : undefined;
  const edge = Math.min(until, missed ?? due ?? until);
  const isOpen = clock.metAt === undefined && clock.endedAt === undefined;
  return [
    { from: clock.opened, to: edge, paint: 'counts' as const, cause: 'past' },
    { from: edge, to: missed === undefined ? edge : until, paint: 'late' as const, cause: 'past the deadline' },
    {
      from: Math.max(clock.opened, until),
      to: due ?? until,
      paint: isOpen ? ('ahead' as const) : ('spare' as const),
      cause: isOpen ? 'still to come' : 'not needed',
    },
  ].filter(({ from, to }) => to > from);
}

/** Some thousand stretches of ten years would be a heavy picture of grey: too narrow ones become one. */
export function joinNarrow(
  stretches: readonly PaintedStretch[],
  shareOf: (stretch: Stretch) => number,
): PaintedStretch[] {
  if (stretches.length <= MOST_STRETCHES) return [...stretches];
  const joined: PaintedStretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    const together = last && { ...last, to: stretch.to };
    if (together && last.to === stretch.from && shareOf(together) < LEAST_SHARE)
      joined[joined.length - 1] = graver(stretch, together);
    else joined.push(stretch);
  }
  return joined;
}

const MOST_STRETCHES = 400;
const LEAST_SHARE = 1 / 400;
const GRAVITY: readonly Paint[] = ['closed', 'spare', 'ahead', 'counts', 'paused', 'late'];

function graver(stretch: PaintedStretch, together: PaintedStretch): PaintedStretch {
  const isGraver = GRAVITY.indexOf(stretch.paint) > GRAVITY.indexOf(together.paint);
  return isGraver ? { ...together, paint: stretch.paint, cause: stretch.cause } : together;
}
