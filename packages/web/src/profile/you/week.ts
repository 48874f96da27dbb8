/** A week of working hours: what a person types for each day, and the calendar's way of writing it. Pure. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];
export const DAY_NAMES: Readonly<Record<Day, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** For each day what stands in its field: "09:00-12:30, 13:00-17:00"; empty is no work. */
export type Week = Readonly<Record<Day, string>>;

type Weekly = Readonly<Record<string, readonly string[]>>;

/** Spreads "mon-fri" (and "sat-mon", over the week's end) out to days. */
export function weekOf(weekly: Weekly): Week {
  const week: Record<Day, string> = { mon: '', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '' };
  for (const [days, intervals] of Object.entries(weekly)) {
    for (const day of daysOf(days)) week[day] = [week[day], ...intervals].filter((text) => text !== '').join(', ');
  }
  return week;
}

function daysOf(text: string): readonly Day[] {
  const [first, last = first] = text.split('-').map((name) => DAYS.findIndex((day) => day === name));
  if (first === undefined || last === undefined || first < 0 || last < 0) return [];
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => DAYS[(first + index) % 7]).filter((day) => day !== undefined);
}

export type ReadWeek =
  | { readonly ok: true; readonly weekly: Record<string, string[]> }
  | { readonly ok: false; readonly wrong: Partial<Record<Day, string>> };

/** The calendar's weekly hours; days in a row with the same hours become one range. */
export function weeklyOf(week: Week): ReadWeek {
  const wrong: Partial<Record<Day, string>> = {};
  const weekly: Record<string, string[]> = {};
  let open: { first: Day; last: Day; hours: string } | undefined;
  const close = () => {
    if (open && open.hours !== '')
      weekly[open.first === open.last ? open.first : `${open.first}-${open.last}`] = open.hours.split(', ');
  };
  for (const day of DAYS) {
    const hours = hoursOf(week[day]);
    if (hours === undefined) wrong[day] = 'Write hours as 09:00-12:30, 13:00-17:00.';
    else if (open?.hours === hours) open.last = day;
    else {
      close();
      open = { first: day, last: day, hours };
    }
  }
  close();
  return Object.keys(wrong).length > 0 ? { ok: false, wrong } : { ok: true, weekly };
}

/** "9-12:30,13–17" as "09:00-12:30, 13:00-17:00"; undefined where it cannot be read. */
function hoursOf(text: string): string | undefined {
  const intervals = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => intervalOf(part));
  return intervals.includes(undefined) ? undefined : intervals.join(', ');
}

function intervalOf(text: string): string | undefined {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] =
    /^(\d{1,2})(?::(\d\d))?\s*[-–]\s*(\d{1,2})(?::(\d\d))?$/.exec(text) ?? [];
  if (fromHour === undefined || toHour === undefined) return undefined;
  if (Number(fromHour) > 24 || Number(toHour) > 24 || Number(fromMinute) > 59 || Number(toMinute) > 59)
    return undefined;
  return `${fromHour.padStart(2, '0')}:${fromMinute}-${toHour.padStart(2, '0')}:${toMinute}`;
}
