/** Bins in which durations are shown beside each other, whatever their target is. */

/** Share of the target's time that was used; the last bin has no end. */
export const SHARE_BINS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 4, Number.POSITIVE_INFINITY] as const;

const HOUR = 3600;
const DAY = 86_400;

/** How long it took; the last bin has no end. */
export const TIME_BINS = [
  HOUR,
  4 * HOUR,
  8 * HOUR,
  DAY,
  2 * DAY,
  5 * DAY,
  10 * DAY,
  30 * DAY,
  Number.POSITIVE_INFINITY,
] as const;

/** Adds one to the bin in which a value lies; an edge belongs to the bin below it. */
export function addToBin(bins: Uint32Array, edges: readonly number[], value: number): void {
  let i = 0;
  while (i < edges.length - 1 && value > (edges[i] ?? 0)) i += 1;
  bins[i] = (bins[i] ?? 0) + 1;
}
