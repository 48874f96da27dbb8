/**
 * From a promised duration to a deadline. Three ways of counting (docs/language.md, "Durations"):
 * working time on the hours calendar; business days by date on the business-days calendar; days and
 * longer by date in the hours calendar's zone, every hour counting.
 */
import { addBusinessDays } from '../calendar/add-business-days.ts';
import { alwaysOpen } from '../calendar/always-open.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dueSeconds, openSecondsBetween } from '../calendar/open-time.ts';
import { secondsOf, unsafeInstantOf } from '../calendar/time-range.ts';
import type { Duration } from '../agreement/words/duration.ts';
import { sameWallTimeAfter } from './dates.ts';
import { finite } from './reckoning.ts';

/** The calendars on which one promise counts. */
export type PromiseCalendars = { readonly hours: Calendar; readonly businessDays: Calendar };

/** A duration from one opening: the calendar that counts, how much, and when that is. */
export type Reach = { readonly calendar: Calendar; readonly seconds: number; readonly due: number };

/** What a duration means from `opened` (epoch seconds); undefined beyond the horizon of 3653 days, or after 2499. */
export function reachOf(duration: Duration, calendars: PromiseCalendars, opened: number): Reach | undefined {
  switch (duration.counts) {
    case 'working-time': {
      const { seconds } = duration;
      const due = finite(dueSeconds(calendars.hours, opened, seconds));
      return due === undefined ? undefined : { calendar: calendars.hours, seconds, due };
    }
    case 'business-days': {
      const calendar = calendars.businessDays;
      const due = secondsFrom(addBusinessDays(calendar, unsafeInstantOf(opened), duration.days));
      return due === undefined ? undefined : { calendar, seconds: openSecondsBetween(calendar, opened, due), due };
    }
    case 'calendar': {
      const { zone } = calendars.hours;
      const due = finite(sameWallTimeAfter(zone, opened, duration.unit, duration.count) ?? Number.NaN);
      return due === undefined ? undefined : { calendar: alwaysOpen(zone.zone), seconds: due - opened, due };
    }
  }
}

function secondsFrom(result: ReturnType<typeof addBusinessDays>): number | undefined {
  const seconds = result.ok ? secondsOf(result.value) : result;
  return seconds.ok ? seconds.value : undefined;
}
