/** Which of two amounts is more, where that can be said. */
import { compareDurations } from '../compare-durations.ts';
import type { Duration } from '../words/duration.ts';
import type { Quantity } from '../words/quantity.ts';
import type { Times } from '../words/times.ts';
import type { Direction } from './verdict.ts';

/** From one number to another. */
export function compareNumbers(before: number, after: number): Direction {
  if (before === after) return 'same';
  return after > before ? 'more' : 'less';
}

/** From one duration to another: "more" is longer. */
export function compareLengths(before: Duration, after: Duration): Direction {
  switch (compareDurations(after, before)) {
    case 'longer':
      return 'more';
    case 'shorter':
      return 'less';
    case 'equal':
      return 'same';
    case 'cannot tell':
      return 'unknown';
  }
}

/** From one count to another: both ends have to move the same way. */
export function compareTimes(before: Times, after: Times): Direction {
  const least = after.least - before.least;
  const most = compareNumbers(before.most ?? Number.POSITIVE_INFINITY, after.most ?? Number.POSITIVE_INFINITY);
  if (least === 0) return most;
  if (least > 0) return most === 'less' ? 'unknown' : 'more';
  return most === 'more' ? 'unknown' : 'less';
}

/** From one allowance to another. */
export function compareQuantities(before: Quantity, after: Quantity): Direction {
  if (before.of === 'unlimited' || after.of === 'unlimited')
    return before.of === after.of ? 'same' : after.of === 'unlimited' ? 'more' : 'less';
  if (before.of === 'time' && after.of === 'time') return compareNumbers(before.seconds, after.seconds);
  if (before.of === 'count' && after.of === 'count') return compareNumbers(before.count, after.count);
  if (before.of === 'rate' && after.of === 'rate' && before.per === after.per)
    return compareNumbers(before.count, after.count);
  return 'unknown';
}

/** From one set of texts to another: more is everything that was there and something beside. */
export function compareSets(before: readonly string[], after: readonly string[]): Direction {
  const [old, young] = [new Set(before), new Set(after)];
  const kept = old.isSubsetOf(young);
  const nothingNew = young.isSubsetOf(old);
  if (kept && nothingNew) return 'same';
  if (kept) return 'more';
  return nothingNew ? 'less' : 'unknown';
}
