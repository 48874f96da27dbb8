import { exceptionsSchema, holidaysSchema, weeklyCalendarSchema, weeklySchema, zoneSchema } from './calendar-schema.ts';
import { emptyBlockCache } from './open-blocks.ts';
import { readExceptions } from './read-exceptions.ts';
import { readHolidays } from './read-holidays.ts';
import { readWeekly } from './read-weekly.ts';
import { readZone } from './read-zone.ts';
import { reportIssues } from './shape-problems.ts';
import type { WeeklyCalendar } from './calendar.ts';
import type { ExceptionsShape, WeeklyCalendarShape } from './calendar-schema.ts';
import type { Path, Report } from './calendar-problem.ts';
import type { ReadCalendarOptions } from './read-calendar-options.ts';

/**
 * Weekly hours in one zone. Fields are read one by one, so that a wrong key in one does not hide
 * what is wrong in another.
 */
export function readWeeklyCalendar(
  fields: Readonly<Record<string, unknown>>,
  options: ReadCalendarOptions,
  path: Path,
  report: Report,
): WeeklyCalendar | undefined {
  const shape = weeklyCalendarSchema.safeParse(fields, { reportInput: true });
  if (!shape.success) reportIssues(shape.error.issues, path, report);
  const zoneName = zoneSchema.safeParse(fields['zone']).data;
  const weeklyHours = weeklySchema.safeParse(fields['weekly']).data;
  const exceptionHours = exceptionsSchema.safeParse(fields['exceptions']).data;

  const zone = zoneName === undefined ? undefined : readZone(zoneName, [...path, 'zone'], report);
  const weekly = weeklyHours === undefined ? [] : readWeekly(weeklyHours, [...path, 'weekly'], report);
  const listed = holidaysSchema.safeParse(fields['holidays']).data;
  const holidays = readHolidays(listed, options.holidayLists, [...path, 'holidays'], report);
  const exceptions = readExceptions(exceptionHours, [...path, 'exceptions'], report);
  if (shape.success && !writesOpenTime(shape.data.weekly, exceptionHours)) {
    report([...path, 'weekly'], 'calendar.never-open', 'The calendar has no open time at all.');
  }
  if (!shape.success || !zone) return undefined;
  const name = options.name === undefined ? {} : { name: options.name };
  return { kind: 'weekly', ...name, zone, weekly, holidays, exceptions, blocks: emptyBlockCache() };
}

/** An interval that is written has a length, or was reported; so what is written is enough to ask. */
function writesOpenTime(weekly: WeeklyCalendarShape['weekly'], exceptions: ExceptionsShape | undefined): boolean {
  if (weekly === '24x7') return true;
  const dates = Array.isArray(exceptions) ? exceptions.map((day) => day.hours) : Object.values(exceptions ?? {});
  return [...Object.values(weekly), ...dates].some((hours) => hours.length > 0);
}
