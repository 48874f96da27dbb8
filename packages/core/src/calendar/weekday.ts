/** The days of the week in the words of a calendar file, Monday first (ISO 8601). */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** The days as a reader says them. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** 0 for Monday to 6 for Sunday; day number 0, 1970-01-01, was a Thursday. */
export function weekdayIndex(dayNo: number): number {
  return (((dayNo + 3) % 7) + 7) % 7;
}

/** The weekday of a day number. */
export function weekdayOf(dayNo: number): Weekday {
  return WEEKDAYS[weekdayIndex(dayNo)] ?? 'mon';
}

/**
 * The indexes of `mon` or of a range such as `mon-fri`; a range may run over the week's end
 * (`sat-mon`). `undefined` when the key names no day.
 */
export function weekdaysOfKey(key: string): readonly number[] | undefined {
  const [first, last, ...rest] = key.split('-');
  const from = WEEKDAYS.findIndex((day) => day === first);
  const to = last === undefined ? from : WEEKDAYS.findIndex((day) => day === last);
  if (from < 0 || to < 0 || rest.length > 0) return undefined;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (from + step) % 7);
}
