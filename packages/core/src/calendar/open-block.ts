/**
 * The open time of one aligned stretch of 2^27 seconds (about four years and three months), as
 * sorted columns: segment `i` is open from `start[i]` until `end[i]` (epoch seconds, end
 * exclusive), and `before[i]` open seconds of the block lie before it. Segments neither touch nor
 * overlap; one that crosses the block's edge is cut there.
 */
export type Block = {
  readonly count: number;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly before: Float64Array;
  readonly total: number;
};

/** Length of a block in seconds; long enough that a ten-year question meets at most four blocks. */
export const BLOCK_SECONDS = 2 ** 27;

/** Number of the block that holds 1790, ten years before the first supported instant. */
export const FIRST_BLOCK = -43;

/** Number of the block that holds 2510, ten years after the last supported instant. */
export const LAST_BLOCK = 127;

/** The number of the block in which an instant (epoch seconds) lies. */
export function blockNumber(seconds: number): number {
  return Math.floor(seconds / BLOCK_SECONDS);
}

/** First instant of a block, in epoch seconds. */
export function blockStart(number: number): number {
  return number * BLOCK_SECONDS;
}

/**
 * A block from segments sorted by their start (pairs: start, end, start, end …). Cuts them to the
 * block, drops empty ones, and joins those that touch or overlap.
 */
export function makeBlock(number: number, pairs: readonly number[]): Block {
  const from = blockStart(number);
  const until = from + BLOCK_SECONDS;
  const joined: number[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const start = Math.max(pairs[i]!, from); // i + 1 < length
    const end = Math.min(pairs[i + 1]!, until);
    if (end <= start) continue;
    const last = joined.length - 1;
    if (last > 0 && start <= joined[last]!) joined[last] = Math.max(joined[last]!, end);
    else joined.push(start, end);
  }
  return columns(joined);
}

function columns(pairs: readonly number[]): Block {
  const count = pairs.length / 2;
  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const before = new Float64Array(count);
  let total = 0;
  for (let i = 0; i < count; i++) {
    start[i] = pairs[2 * i]!; // 2 * count === length
    end[i] = pairs[2 * i + 1]!;
    before[i] = total;
    total += end[i]! - start[i]!;
  }
  return { count, start, end, before, total };
}
