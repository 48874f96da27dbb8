/**
 * A deliberately naive model of a calendar, independent of the real one: it walks minute by minute,
 * asks Temporal what the wall clock shows, remembers the latest time that it has shown, and looks
 * the minute up in the calendar as it is written. Whole minutes and modern offsets only.
 */
export type NaiveHours = readonly (readonly [string, string])[];

export type NaiveWeekly = {
  readonly zone: string;
  readonly weekly: Readonly<Record<string, NaiveHours>>;
  readonly holidays: readonly { readonly date: string; readonly from?: string; readonly until?: string }[];
  readonly exceptions: readonly { readonly date: string; readonly hours: NaiveHours }[];
};

export type NaiveCalendar = NaiveWeekly | { readonly union: readonly NaiveWeekly[] };

const DAYS = ['', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Whether each minute from `start` on is open. */
export function naiveMinutes(calendar: NaiveCalendar, start: Temporal.Instant, count: number): boolean[] {
  if ('union' in calendar) {
    const parts = calendar.union.map((part) => naiveMinutes(part, start, count));
    return Array.from({ length: count }, (_, i) => parts.some((part) => part[i]));
  }
  // The clock is watched for a day before, in case it was just set back.
  const before = 26 * 60;
  let shown: Temporal.PlainDateTime | undefined;
  const minutes: boolean[] = [];
  for (let i = -before; i < count; i++) {
    const wall = start.add({ minutes: i }).toZonedDateTimeISO(calendar.zone).toPlainDateTime();
    if (!shown || Temporal.PlainDateTime.compare(wall, shown) > 0) shown = wall;
    if (i >= 0) minutes.push(isOpenAtWall(calendar, shown));
  }
  return minutes;
}

function isOpenAtWall(calendar: NaiveWeekly, wall: Temporal.PlainDateTime): boolean {
  const minute = wall.hour * 60 + wall.minute;
  const today = wall.toPlainDate();
  return (
    isOpenInMinute(calendar, today, minute) || isOpenInMinute(calendar, today.subtract({ days: 1 }), minute + 24 * 60)
  );
}

function isOpenInMinute(calendar: NaiveWeekly, date: Temporal.PlainDate, minute: number): boolean {
  const exception = calendar.exceptions.find((each) => each.date === date.toString());
  const hours = exception?.hours ?? calendar.weekly[DAYS[date.dayOfWeek] ?? ''] ?? [];
  const within = hours.some(([from, to]) => {
    const begin = minutesOf(from);
    const end = minutesOf(to) <= begin ? minutesOf(to) + 24 * 60 : minutesOf(to);
    return begin <= minute && minute < end;
  });
  if (!within || exception) return within;
  return !calendar.holidays.some(
    (holiday) =>
      (holiday.date === date.toString() || holiday.date === date.toString().slice(5)) &&
      minutesOf(holiday.from ?? '00:00') <= minute &&
      (holiday.until === undefined || minute < minutesOf(holiday.until)),
  );
}

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}
