import { BLOCK_SECONDS, FIRST_BLOCK, LAST_BLOCK, blockStart, makeBlock } from './open-block.ts';
import { hoursOfDate } from './hours-of-date.ts';
import { DAY } from './wall-time.ts';
import { localDay, secondsOfWall } from './zone-table.ts';
import type { BlockCache, Calendar, UnionCalendar, WeeklyCalendar } from './calendar.ts';
import type { Block } from './open-block.ts';

/** An empty cache with a place for every block. */
export function emptyBlockCache(): BlockCache {
  return new Array<Block | undefined>(LAST_BLOCK - FIRST_BLOCK + 1).fill(undefined);
}

/**
 * A calendar's block of open time, made when it is first asked for (about a quarter of a
 * millisecond) and kept. Throws RangeError outside the supported years: the caller did not check.
 */
export function blockOf(calendar: Calendar, number: number): Block {
  const known = calendar.blocks[number - FIRST_BLOCK];
  if (known !== undefined) return known;
  if (!(number >= FIRST_BLOCK && number <= LAST_BLOCK)) {
    throw new RangeError('Open time is known for the years 1790 to 2510 only.');
  }
  const made = calendar.kind === 'weekly' ? weeklyBlock(calendar, number) : unionBlock(calendar, number);
  calendar.blocks[number - FIRST_BLOCK] = made;
  return made;
}

/**
 * Two dates more than the block's own are walked at each side: an interval may run past midnight
 * into the block, and a zone may skip or repeat a whole date.
 */
function weeklyBlock(calendar: WeeklyCalendar, number: number): Block {
  const from = blockStart(number);
  const first = localDay(calendar.zone, from) - 2;
  const last = localDay(calendar.zone, from + BLOCK_SECONDS) + 2;
  const pairs: number[] = [];
  for (let day = first; day <= last; day++) {
    for (const hours of hoursOfDate(calendar, day)) {
      pairs.push(
        secondsOfWall(calendar.zone, day * DAY + hours.from),
        secondsOfWall(calendar.zone, day * DAY + hours.to),
      );
    }
  }
  return makeBlock(number, pairs);
}

function unionBlock(calendar: UnionCalendar, number: number): Block {
  const segments = calendar.parts.flatMap((part) => {
    const { start, end } = blockOf(part, number);
    return Array.from(start, (from, i) => [from, end[i] ?? from] as const);
  });
  return makeBlock(number, segments.toSorted((a, b) => a[0] - b[0]).flat());
}
