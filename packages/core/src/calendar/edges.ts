import { BLOCK_SECONDS, blockNumber, blockStart } from './open-block.ts';
import { blockOf } from './open-blocks.ts';
import { firstEndingAfter } from './open-time.ts';
import { HORIZON_SECONDS } from './time-range.ts';
import type { Calendar } from './calendar.ts';

/*
 * Where open time begins and ends, in whole epoch seconds; NaN where that is more than 3653 days
 * away. Looking back is the mirror of looking forward: forward an instant is open when open time
 * follows it, backward when open time leads up to it. `!`: the index was compared to count.
 */

/** The first instant from `seconds` on that is open: itself when it is. */
export function nextOpeningSeconds(calendar: Calendar, seconds: number): number {
  for (let number = blockNumber(seconds); blockStart(number) - seconds <= HORIZON_SECONDS; number++) {
    const block = blockOf(calendar, number);
    const i = firstEndingAfter(block, seconds);
    if (i < block.count) return near(Math.max(block.start[i]!, seconds), seconds);
  }
  return Number.NaN;
}

/** The end of the open time that holds `seconds` or comes next; always after `seconds`. */
export function nextClosingSeconds(calendar: Calendar, seconds: number): number {
  let number = blockNumber(nextOpeningSeconds(calendar, seconds));
  if (Number.isNaN(number)) return Number.NaN;
  let block = blockOf(calendar, number);
  let end = block.end[firstEndingAfter(block, seconds)]!;
  while (end === blockStart(number) + BLOCK_SECONDS && end - seconds <= HORIZON_SECONDS) {
    block = blockOf(calendar, ++number);
    if (block.count === 0 || block.start[0]! > end) break;
    end = block.end[0]!;
  }
  return near(end, seconds);
}

/** The last instant up to `seconds` to which open time leads: itself inside or at the end of it. */
export function previousClosingSeconds(calendar: Calendar, seconds: number): number {
  for (let number = blockNumber(seconds - 1); seconds - blockStart(number + 1) <= HORIZON_SECONDS; number--) {
    const block = blockOf(calendar, number);
    const i = firstStartingFrom(block.start, seconds) - 1;
    if (i >= 0) return near(Math.min(block.end[i]!, seconds), seconds);
  }
  return Number.NaN;
}

/** The beginning of the open time that leads up to `seconds` or came last; always before it. */
export function previousOpeningSeconds(calendar: Calendar, seconds: number): number {
  const closing = previousClosingSeconds(calendar, seconds);
  if (Number.isNaN(closing)) return Number.NaN;
  let number = blockNumber(closing - 1);
  let block = blockOf(calendar, number);
  let start = block.start[firstStartingFrom(block.start, closing) - 1]!;
  while (start === blockStart(number) && seconds - start <= HORIZON_SECONDS) {
    block = blockOf(calendar, --number);
    if (block.count === 0 || block.end[block.count - 1]! < start) break;
    start = block.start[block.count - 1]!;
  }
  return near(start, seconds);
}

function near(found: number, seconds: number): number {
  return Math.abs(found - seconds) > HORIZON_SECONDS ? Number.NaN : found;
}

function firstStartingFrom(start: Float64Array, seconds: number): number {
  let low = 0;
  let high = start.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[middle]! >= seconds) high = middle;
    else low = middle + 1;
  }
  return low;
}
