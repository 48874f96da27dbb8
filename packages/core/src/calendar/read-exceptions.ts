import { readDate } from './date-text.ts';
import { readHours } from './read-hours.ts';
import type { ExceptionDay } from './calendar.ts';
import type { ExceptionsShape, HoursShape } from './calendar-schema.ts';
import type { Path, Report } from './calendar-problem.ts';

type Written = {
  readonly date: string;
  readonly hours: HoursShape;
  readonly name?: string | undefined;
  readonly datePath: Path;
  readonly hoursPath: Path;
};

/**
 * Exceptions by day number. Reports `calendar.impossible-date` (also for a yearly date: an exception
 * is one day), `calendar.duplicate-exception` and bad intervals.
 */
export function readExceptions(
  shape: ExceptionsShape | undefined,
  path: Path,
  report: Report,
): ReadonlyMap<number, ExceptionDay> {
  const days = new Map<number, ExceptionDay>();
  for (const { date: text, hours, name, datePath, hoursPath } of writtenExceptions(shape ?? [], path)) {
    const read = readHours(hours, hoursPath, report);
    const date = readDate(text);
    if (date?.kind !== 'once') {
      report(
        datePath,
        'calendar.impossible-date',
        `"${text}" is no date that exists; exceptions have one such as "2026-12-24".`,
      );
      continue;
    }
    if (days.has(date.day)) report(datePath, 'calendar.duplicate-exception', `${text} has two exceptions.`);
    days.set(date.day, { hours: read, ...(name === undefined ? {} : { name }) });
  }
  return days;
}

/** Exceptions in either form with the paths of their parts. */
export function writtenExceptions(shape: ExceptionsShape, path: Path): readonly Written[] {
  if (Array.isArray(shape)) {
    return shape.map((entry, index) => ({
      ...entry,
      datePath: [...path, index, 'date'],
      hoursPath: [...path, index, 'hours'],
    }));
  }
  return Object.entries(shape).map(([date, hours]) => ({
    date,
    hours,
    datePath: [...path, date],
    hoursPath: [...path, date],
  }));
}
