import { hoursOfDate } from './hours-of-date.ts';
import { DAY } from './wall-time.ts';
import { secondsOfWall } from './zone-table.ts';
import type { Calendar } from './calendar.ts';

/** Open time in epoch seconds, end exclusive. */
export type OpenSpan = { readonly from: number; readonly to: number };

/**
 * The open time that belongs to a date: that of the intervals which begin on it, sorted and merged;
 * an interval that the clock skips is none. For a union, that of every part, each on its own
 * local date: Monday is a business date of a desk in Tokyo and Berlin also where Tokyo's Monday
 * begins on Berlin's Sunday.
 */
export function openTimeOfDate(calendar: Calendar, dayNo: number): OpenSpan[] {
  const merged: OpenSpan[] = [];
  for (const span of spans(calendar, dayNo)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

/**
 * Whether any open time begins on a date; with `after` or `before` (epoch seconds), such that lies in part after the one and before
 * the other.
 */
export function hasOpenTime(
  calendar: Calendar,
  dayNo: number,
  after = Number.NEGATIVE_INFINITY,
  before = Number.POSITIVE_INFINITY,
): boolean {
  return spans(calendar, dayNo).some(({ from, to }) => to > after && from < before);
}

function spans(calendar: Calendar, dayNo: number): OpenSpan[] {
  if (calendar.kind === 'union') {
    return calendar.parts.flatMap((part) => spans(part, dayNo)).toSorted((a, b) => a.from - b.from);
  }
  const { zone } = calendar;
  return hoursOfDate(calendar, dayNo)
    .map(({ from, to }) => ({
      from: secondsOfWall(zone, dayNo * DAY + from),
      to: secondsOfWall(zone, dayNo * DAY + to),
    }))
    .filter((span) => span.to > span.from);
}
