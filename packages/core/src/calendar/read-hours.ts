import { mergeIntervals, readInterval } from './wall-time.ts';
import type { HoursShape } from './calendar-schema.ts';
import type { Path, Report } from './calendar-problem.ts';
import type { WallInterval } from './wall-time.ts';

/** A day's intervals, sorted and merged; reports `calendar.bad-interval` for each that is none. */
export function readHours(hours: HoursShape, path: Path, report: Report): readonly WallInterval[] {
  const intervals: WallInterval[] = [];
  hours.forEach((written, index) => {
    const read = readInterval(written);
    if (read.ok) intervals.push(read.interval);
    else report([...path, index], 'calendar.bad-interval', read.sentence);
  });
  return mergeIntervals(intervals);
}
