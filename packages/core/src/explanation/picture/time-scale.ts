/**
 * From instants to places. Thirty minutes before a weekend would be a hair beside sixty closed
 * hours, so closed time is drawn narrower where it would take more than its share of the picture:
 * all of it by the same factor, so that a weekend stays wider than a night.
 */
export type Stretch = { readonly from: number; readonly to: number };

export type TimeScale = Stretch & {
  /** Where an instant lies, from 0 at the left to 1 at the right. */
  readonly at: (seconds: number) => number;
  /** How many times narrower closed time is drawn; 1 where it is not. */
  readonly narrowed: number;
};

/** The most that closed time may take of a picture in which there is other time. */
const MOST_CLOSED = 0.4;

/** The scale of a stretch; `busy` is what is drawn at full width. */
export function timeScale(from: number, to: number, busy: readonly Stretch[]): TimeScale {
  const open = merged(busy.map((span) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) })));
  const openSeconds = open.reduce((sum, span) => sum + span.to - span.from, 0);
  const closedSeconds = to - from - openSeconds;
  const wished = (openSeconds * MOST_CLOSED) / (1 - MOST_CLOSED);
  const factor = openSeconds > 0 && closedSeconds > wished ? wished / closedSeconds : 1;
  const whole = openSeconds + closedSeconds * factor;
  const starts = [from];
  const places = [0];
  const rates = [factor];
  const turn = (at: number, rate: number) => {
    const last = starts.length - 1;
    places.push((places[last] ?? 0) + (at - (starts[last] ?? at)) * (rates[last] ?? 1));
    starts.push(at);
    rates.push(rate);
  };
  for (const span of open) {
    turn(span.from, 1);
    turn(span.to, factor);
  }
  return {
    from,
    to,
    narrowed: 1 / factor,
    at(seconds) {
      const inside = Math.min(to, Math.max(from, seconds));
      if (inside === to) return 1;
      const i = lastAtOrBefore(starts, inside);
      return Math.min(1, ((places[i] ?? 0) + (inside - (starts[i] ?? from)) * (rates[i] ?? 1)) / whole);
    },
  };
}

function merged(spans: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.to <= span.from) continue;
    const last = result.at(-1);
    if (last && span.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? value) <= value) low = middle;
    else high = middle;
  }
  return low;
}
