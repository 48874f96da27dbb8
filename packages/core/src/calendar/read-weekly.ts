import { readHours } from './read-hours.ts';
import { DAY } from './wall-time.ts';
import { WEEKDAYS, WEEKDAY_NAMES, weekdaysOfKey } from './weekday.ts';
import type { WeeklyCalendarShape } from './calendar-schema.ts';
import type { Path, Report } from './calendar-problem.ts';
import type { WallInterval } from './wall-time.ts';

/**
 * Seven days of hours, Monday first. Reports keys that name no day (`calendar.bad-day`), a day that
 * is given twice (`calendar.day-twice`: which one counts would be a guess) and bad intervals.
 */
export function readWeekly(
  weekly: WeeklyCalendarShape['weekly'],
  path: Path,
  report: Report,
): readonly (readonly WallInterval[])[] {
  if (weekly === '24x7') return WEEKDAYS.map(() => [{ from: 0, to: DAY }]);
  const days: (readonly WallInterval[] | undefined)[] = WEEKDAYS.map(() => undefined);
  for (const [key, hours] of Object.entries(weekly)) {
    const read = readHours(hours, [...path, key], report);
    const indexes = weekdaysOfKey(key);
    if (!indexes)
      report([...path, key], 'calendar.bad-day', `"${key}" is no day such as mon, nor days such as mon-fri.`);
    for (const index of indexes ?? []) {
      if (days[index] !== undefined) {
        const name = WEEKDAY_NAMES[WEEKDAYS[index] ?? 'mon'];
        report([...path, key], 'calendar.day-twice', `${name} is given twice, the second time by "${key}".`);
      }
      days[index] = read;
    }
  }
  return days.map((hours) => hours ?? []);
}
