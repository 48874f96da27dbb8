import { weeklyCalendarSchema } from './calendar-schema.ts';
import { writtenExceptions } from './read-exceptions.ts';
import { DAY, readInterval } from './wall-time.ts';
import { WEEKDAY_NAMES, WEEKDAYS, weekdaysOfKey } from './weekday.ts';
import type { HoursShape } from './calendar-schema.ts';
import type { Path } from './calendar-problem.ts';
import type { WallInterval } from './wall-time.ts';

export const CALENDAR_WARNING_CODES = [
  'calendar.overlapping-intervals',
  'calendar.ends-before-midnight',
  'calendar.long-night',
] as const;

export type CalendarWarningCode = (typeof CALENDAR_WARNING_CODES)[number];

/** Something that can be read but was probably meant otherwise. */
export type CalendarWarning = { readonly path: Path; readonly code: CalendarWarningCode; readonly sentence: string };

const OVERLAPPING: CalendarWarningCode = 'calendar.overlapping-intervals';

/** Past midnight for longer than this is more likely two times in the wrong order. */
const LONG_NIGHT = 12 * 3600;

/**
 * What is probably a mistake in a calendar that can be read: intervals of one day that overlap,
 * or a night that runs into the next day's (they are merged), an end at 23:59 (the day's last minute is closed; midnight is 24:00), and more
 * than twelve hours past midnight such as "17:00-09:00". Input that cannot be read gives none.
 */
export function calendarWarnings(input: unknown): readonly CalendarWarning[] {
  if (typeof input !== 'object' || input === null) return [];
  if ('union' in input) {
    if (!Array.isArray(input.union)) return [];
    return input.union.flatMap((part: unknown, index) =>
      calendarWarnings(part).map((warning) => ({ ...warning, path: ['union', index, ...warning.path] })),
    );
  }
  const shape = weeklyCalendarSchema.safeParse(input);
  if (!shape.success) return [];
  const { weekly, exceptions } = shape.data;
  const days = weekly === '24x7' ? [] : Object.entries(weekly);
  return [
    ...days.flatMap(([key, hours]) => hoursWarnings(hours, ['weekly', key])),
    ...nightWarnings(days),
    ...writtenExceptions(exceptions ?? [], ['exceptions']).flatMap((day) => hoursWarnings(day.hours, day.hoursPath)),
  ];
}

function hoursWarnings(hours: HoursShape, path: Path): CalendarWarning[] {
  const warnings: CalendarWarning[] = [];
  const seen: WallInterval[] = [];
  hours.forEach((written, index) => {
    const read = readInterval(written);
    if (!read.ok) return;
    const { from, to } = read.interval;
    const text = typeof written === 'string' ? written : written.join('-');
    const warn = (code: CalendarWarningCode, sentence: string): void =>
      void warnings.push({ path: [...path, index], code, sentence });
    if (seen.some((other) => from < other.to && other.from < to)) {
      warn(OVERLAPPING, `"${text}" overlaps another interval of the day; both are merged.`);
    }
    if (to < DAY && to >= DAY - 60) {
      warn(
        'calendar.ends-before-midnight',
        `"${text}" leaves the last moments of the day closed; midnight is "24:00".`,
      );
    }
    if (to > DAY && to - from > LONG_NIGHT) {
      warn('calendar.long-night', `"${text}" is open for ${(to - from) / 3600} hours past midnight.`);
    }
    seen.push(read.interval);
  });
  return warnings;
}

/** Nights that run into intervals of the next day, which is Monday after Sunday; each interval is told of once. */
function nightWarnings(days: readonly (readonly [string, HoursShape])[]): CalendarWarning[] {
  const written = days.flatMap(([key, hours]) =>
    hours.flatMap((each, index) => {
      const read = readInterval(each);
      const text = typeof each === 'string' ? each : each.join('-');
      return read.ok ? [{ path: ['weekly', key, index], text, on: weekdaysOfKey(key) ?? [], ...read.interval }] : [];
    }),
  );
  return written.flatMap(({ path, text, on, from }): CalendarWarning[] => {
    const night = written.find((other) => other.to - DAY > from && other.on.some((day) => on.includes((day + 1) % 7)));
    const day = night?.on.find((begun) => on.includes((begun + 1) % 7));
    const name = day === undefined ? undefined : WEEKDAYS[day];
    if (!night || name === undefined) return [];
    const sentence = `"${text}" overlaps "${night.text}", which began on ${WEEKDAY_NAMES[name]}; both are merged.`;
    return [{ path, sentence, code: OVERLAPPING }];
  });
}
