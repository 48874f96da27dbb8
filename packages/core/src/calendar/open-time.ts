import { blockNumber, blockStart } from './open-block.ts';
import { blockOf } from './open-blocks.ts';
import { HORIZON_SECONDS } from './time-range.ts';
import type { Calendar } from './calendar.ts';
import type { Block } from './open-block.ts';

/*
 * The folds that clocks and replay call by the million. Instants are whole epoch seconds and are
 * not checked: the caller took them from `secondsOf`. Outside the supported years they throw
 * RangeError. `!` below: an index from a binary search is in the columns, or was compared to count.
 */

/** Whether an instant is open; a segment's last instant is its end, which is closed. */
export function openAt(calendar: Calendar, seconds: number): boolean {
  const block = blockOf(calendar, blockNumber(seconds));
  const i = firstEndingAfter(block, seconds);
  return i < block.count && block.start[i]! <= seconds;
}

/** Open seconds from `from` until `to`; 0 where `to` is not after `from`. */
export function openSecondsBetween(calendar: Calendar, from: number, to: number): number {
  if (!(to > from)) return 0;
  const first = blockNumber(from);
  const last = blockNumber(to);
  let sum = openBefore(blockOf(calendar, last), to) - openBefore(blockOf(calendar, first), from);
  for (let number = first; number < last; number++) sum += blockOf(calendar, number).total;
  return sum;
}

/**
 * The instant at which `seconds` open seconds have passed since `from`, `from` itself for 0. It
 * stays on a closing that it reaches exactly. NaN when it lies more than 3653 days after `from`.
 */
export function dueSeconds(calendar: Calendar, from: number, seconds: number): number {
  if (seconds === 0) return from;
  let number = blockNumber(from);
  let block = blockOf(calendar, number);
  let target = openBefore(block, from) + seconds;
  while (target > block.total) {
    number++;
    if (blockStart(number) - from > HORIZON_SECONDS) return Number.NaN;
    target -= block.total;
    block = blockOf(calendar, number);
  }
  const i = lastBelow(block.before, block.count, target);
  const due = block.start[i]! + target - block.before[i]!;
  return due - from > HORIZON_SECONDS ? Number.NaN : due;
}

/**
 * The mirror of `dueSeconds`: the instant from which `seconds` open seconds pass until `to`. It
 * stays on an opening that it reaches exactly. NaN when it lies more than 3653 days before `to`.
 */
export function startSeconds(calendar: Calendar, to: number, seconds: number): number {
  if (seconds === 0) return to;
  let number = blockNumber(to);
  let block = blockOf(calendar, number);
  let target = openBefore(block, to) - seconds;
  while (target < 0) {
    if (to - blockStart(number) > HORIZON_SECONDS) return Number.NaN;
    number--;
    block = blockOf(calendar, number);
    target += block.total;
  }
  const i = lastBelow(block.before, block.count, target + 1); // before[i] ≤ target, in whole seconds
  const start = block.start[i]! + target - block.before[i]!;
  return to - start > HORIZON_SECONDS ? Number.NaN : start;
}

/** Index of the first segment that ends after an instant, `count` when there is none. */
export function firstEndingAfter(block: Block, seconds: number): number {
  const { end } = block;
  let low = 0;
  let high = block.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (end[middle]! > seconds) high = middle;
    else low = middle + 1;
  }
  return low;
}

function openBefore(block: Block, seconds: number): number {
  const i = firstEndingAfter(block, seconds);
  if (i === block.count) return block.total;
  const start = block.start[i]!;
  return block.before[i]! + (seconds > start ? seconds - start : 0);
}

/** Index of the last segment with fewer than `target` open seconds before it. */
function lastBelow(before: Float64Array, count: number, target: number): number {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (before[middle]! < target) low = middle;
    else high = middle;
  }
  return low;
}
