/**
 * From a promised duration to a deadline. Three ways of counting (docs/language.md, "Durations"):
 * working time on the hours calendar; business days by date on the business-days calendar; days and
 * longer by date in the hours calendar's zone, every hour counting.
 */
import { addBusinessDays } from '../calendar/add-business-days.ts';
import { addCalendarDuration, type CalendarDuration } from '../calendar/add-calendar-duration.ts';
import { alwaysOpen } from '../calendar/always-open.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dueSeconds, openSecondsBetween } from '../calendar/open-time.ts';
import { secondsOf, unsafeInstantOf } from '../calendar/time-range.ts';
import type { Duration } from '../agreement/words/duration.ts';

/** The calendars on which one promise counts. */
export type PromiseCalendars = { readonly hours: Calendar; readonly businessDays: Calendar };

/** A duration from one opening: the calendar that counts, how much, and when that is. */
export type Reach = { readonly calendar: Calendar; readonly seconds: number; readonly due: number };

/** What a duration means from `opened` (epoch seconds). `due` is NaN beyond the horizon of 3653 days. */
export function reachOf(duration: Duration, calendars: PromiseCalendars, opened: number): Reach {
  switch (duration.counts) {
    case 'working-time': {
      const { seconds } = duration;
      return { calendar: calendars.hours, seconds, due: dueSeconds(calendars.hours, opened, seconds) };
    }
    case 'business-days': {
      const calendar = calendars.businessDays;
      const due = secondsFrom(addBusinessDays(calendar, unsafeInstantOf(opened), duration.days));
      return { calendar, seconds: Number.isNaN(due) ? Number.NaN : openSecondsBetween(calendar, opened, due), due };
    }
    case 'calendar': {
      const { zone } = calendars.hours.zone;
      const calendar = alwaysOpen(zone);
      const due = laterDate(zone, opened, duration);
      return { calendar, seconds: due - opened, due };
    }
  }
}

/** The same wall time `duration` later, in epoch seconds; NaN out of range. */
export function laterDate(zone: string, from: number, duration: Extract<Duration, { counts: 'calendar' }>): number {
  return secondsFrom(addCalendarDuration(zone, unsafeInstantOf(from), calendarDurationOf(duration.unit, duration.count)));
}

/** A calendar unit as the calendar adds it; a quarter is three months. */
export function calendarDurationOf(unit: Extract<Duration, { counts: 'calendar' }>['unit'], count: number): CalendarDuration {
  switch (unit) {
    case 'day':
      return { days: count };
    case 'week':
      return { weeks: count };
    case 'month':
      return { months: count };
    case 'quarter':
      return { months: 3 * count };
    case 'year':
      return { years: count };
  }
}

function secondsFrom(result: ReturnType<typeof addBusinessDays>): number {
  if (!result.ok) return Number.NaN;
  const seconds = secondsOf(result.value);
  return seconds.ok ? seconds.value : Number.NaN;
}
