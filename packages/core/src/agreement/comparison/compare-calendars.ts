/** Whether a calendar is open more or less than before, where the files alone tell. */
import type { Description } from '../grammar/description.ts';
import { mergeIntervals, readInterval, type WallInterval } from '../../calendar/wall-time.ts';
import { weekdaysOfKey } from '../../calendar/weekday.ts';
import { compareSets } from './compare-amounts.ts';
import { sameValue } from './same-value.ts';
import { together, type Direction } from './verdict.ts';

type CalendarShape = Description['calendars'][string];
type WeeklyShape = Extract<CalendarShape, { weekly: unknown }>;

/** "more": open at every moment at which it was open, and at others. */
export function compareCalendars(before: CalendarShape, after: CalendarShape): Direction {
  if (sameValue(before, after)) return 'same';
  if ('union' in before && 'union' in after && before.zone === after.zone) {
    const parts = compareSets(before.union.map(written), after.union.map(written));
    if (parts !== 'unknown') return parts;
  }
  if (
    'weekly' in before &&
    'weekly' in after &&
    before.zone === after.zone &&
    sameValue(before.exceptions, after.exceptions)
  ) {
    return together([compareWeeks(before, after), compareHolidays(before, after)]);
  }
  if (isAlways(before) === isAlways(after)) return 'unknown';
  return isAlways(before) ? 'less' : 'more';
}

/** Open at every moment: in whatever zone, nothing is open that this is not. */
function isAlways(shape: CalendarShape): boolean {
  return (
    'weekly' in shape &&
    !shape.holidays &&
    !shape.exceptions &&
    weekOf(shape).every(([day]) => day?.from === 0 && day.to >= 86_400)
  );
}

/** Day by day, so that it also holds in weeks with holidays. */
function compareWeeks(before: WeeklyShape, after: WeeklyShape): Direction {
  const [old, young] = [weekOf(before), weekOf(after)];
  const covers = (outer: readonly WallInterval[][], inner: readonly WallInterval[][]) =>
    inner.every((day, i) => day.every(({ from, to }) => outer[i]?.some((open) => open.from <= from && to <= open.to)));
  const kept = covers(young, old);
  const nothingNew = covers(old, young);
  if (kept && nothingNew) return 'same';
  if (kept) return 'more';
  return nothingNew ? 'less' : 'unknown';
}

/** The hours of a week as written, Monday first. */
export function weekOf({ weekly }: WeeklyShape): WallInterval[][] {
  const days: WallInterval[][] = Array.from({ length: 7 }, () => (weekly === '24x7' ? [{ from: 0, to: 86_400 }] : []));
  if (weekly === '24x7') return days;
  for (const [key, hours] of Object.entries(weekly)) {
    const intervals = hours.flatMap((interval) => {
      const read = readInterval(interval);
      return read.ok ? [read.interval] : [];
    });
    for (const index of weekdaysOfKey(key) ?? []) days[index] = mergeIntervals(intervals);
  }
  return days;
}

/** Fewer holidays are more open time; lists of countries can only be the same ones. */
function compareHolidays(before: WeeklyShape, after: WeeklyShape): Direction {
  const listed = (shape: WeeklyShape) => (shape.holidays === undefined ? [] : [shape.holidays].flat()).map(written);
  switch (compareSets(listed(before), listed(after))) {
    case 'more':
      return 'less';
    case 'less':
      return 'more';
    case 'same':
      return 'same';
    case 'unknown':
      return 'unknown';
  }
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
