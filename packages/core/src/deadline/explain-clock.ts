/**
 * Why a clock stands where it stands: every stretch of time from its opening, each with its cause.
 * The counted stretches add up to what has elapsed. Computed on demand from the clock and its
 * calendar; clocks do not carry it.
 */
import { causeInWords } from '../calendar/cause-in-words.ts';
import { explain } from '../calendar/explain.ts';
import type { Clock, Pause } from './clock.ts';

export type ClockSegment = {
  /** Epoch seconds; end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Whether this time counted against the target. */
  readonly counts: boolean;
  readonly kind: 'counts' | 'closed' | 'paused' | 'late';
  /** "closed: no hours on Saturday", "waiting for the customer since message 4" … */
  readonly cause: string;
};

/**
 * The segments of a clock until it was met, ended, or `now`; empty for clocks that count no time
 * (requests without a deadline, limits, gates). Time past the deadline counts on as `late`.
 */
export function explainClock(clock: Clock, now: number): ClockSegment[] {
  const target = clock.targets.at(-1);
  if (!target) return [];
  const until = clock.metAt ?? clock.endedAt ?? now;
  const { pauses } = clock;
  let next = 0;
  const pieces = explain(target.calendar, clock.opened, until).flatMap((piece): ClockSegment[] => {
    const { from, to } = piece;
    if (!piece.open) return [{ from, to, counts: false, kind: 'closed', cause: causeInWords(piece.cause) }];
    while ((pauses[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    return withPauses(from, to, pauses, next, causeInWords(piece.cause));
  });
  const missed = clock.breachedAt;
  return joined(missed === undefined ? pieces : pieces.flatMap((piece) => cutAt(piece, missed)));
}

/** Open time, with the parts that fall into pauses (in order, those before `next` are over) named as such. */
function withPauses(from: number, to: number, pauses: readonly Pause[], next: number, cause: string): ClockSegment[] {
  const found: ClockSegment[] = [];
  let at = from;
  for (let i = next; i < pauses.length; i += 1) {
    const pause = pauses[i];
    if (!pause || pause.from >= to) break;
    const begins = Math.max(at, pause.from);
    const ends = Math.min(to, pause.to ?? to);
    if (begins >= ends) continue;
    if (at < begins) found.push({ from: at, to: begins, counts: true, kind: 'counts', cause });
    found.push({ from: begins, to: ends, counts: false, kind: 'paused', cause: pause.because });
    at = ends;
  }
  if (at < to) found.push({ from: at, to, counts: true, kind: 'counts', cause });
  return found;
}

function cutAt(piece: ClockSegment, missed: number): ClockSegment[] {
  if (!piece.counts || piece.to <= missed) return [piece];
  const late = { ...piece, kind: 'late' as const, cause: 'past the deadline' };
  if (piece.from >= missed) return [late];
  return [
    { ...piece, to: missed },
    { ...late, from: missed },
  ];
}

function joined(pieces: readonly ClockSegment[]): ClockSegment[] {
  const result: ClockSegment[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.to === piece.from && last.kind === piece.kind && last.cause === piece.cause)
      result[result.length - 1] = { ...last, to: piece.to };
    else if (piece.from < piece.to) result.push(piece);
  }
  return result;
}
