import { addBusinessDays } from '../add-business-days.ts';
import { addWorkingTime } from '../add-working-time.ts';
import { businessDaysBetween } from '../business-days-between.ts';
import { isBusinessDay } from '../is-business-day.ts';
import { isOpen } from '../is-open.ts';
import { localDate } from '../local-date.ts';
import { nextClosing, nextOpening, previousClosing } from '../openings.ts';
import { subtractBusinessDays } from '../subtract-business-days.ts';
import { subtractWorkingTime } from '../subtract-working-time.ts';
import { workingTimeBetween } from '../working-time-between.ts';
import { answerOf, instantAnswer, unwrap } from './oracle-calendar.ts';
import { needed } from './oracle-case.ts';
import type { Calendar } from '../calendar.ts';
import type { Answer, OracleCase } from './oracle-case.ts';

/**
 * Conventions of working_hours: its `prev_open` (return_to_working_time) is our previousClosing;
 * differences of reversed times are negative; day arithmetic takes dates as well as times, and a
 * date is counted from its beginning forwards, from its end backwards.
 */
export function workingHoursAnswer(calendar: Calendar, test: OracleCase): Answer {
  const instant = (text: string | undefined): Temporal.Instant => Temporal.Instant.from(needed(text, test));
  switch (test.op) {
    case 'add':
      return instantAnswer(addWorkingTime(calendar, instant(test.start), needed(test.amount_s, test)));
    case 'sub':
      return instantAnswer(subtractWorkingTime(calendar, instant(test.start), needed(test.amount_s, test)));
    case 'next_open':
      return instantAnswer(nextOpening(calendar, instant(test.start)));
    case 'next_close':
      return instantAnswer(nextClosing(calendar, instant(test.start)));
    case 'prev_open':
      return instantAnswer(previousClosing(calendar, instant(test.start)));
    case 'next_opening_after_current_window': {
      const start = instant(test.start);
      const from = isOpen(calendar, start) ? unwrap(nextClosing(calendar, start)) : start;
      return instantAnswer(nextOpening(calendar, from));
    }
    case 'is_open':
      return isOpen(calendar, instant(test.at));
    case 'is_workday':
      return isBusinessDay(calendar, Temporal.PlainDate.from(needed(test.date, test)));
    case 'between':
    case 'between_wall_clock':
    case 'between_signed':
      return signedBetween(calendar, instant(test.start), instant(test.end));
    case 'business_days_between':
      return signedDays(calendar, dateOf(calendar, needed(test.start, test)), dateOf(calendar, needed(test.end, test)));
    case 'add_business_days_signed':
      return addDays(calendar, needed(test.start, test), needed(test.days, test));
    default:
      throw new Error(`${test.id}: no such operation as ${test.op}.`);
  }
}

function signedBetween(calendar: Calendar, from: Temporal.Instant, to: Temporal.Instant): Answer {
  if (Temporal.Instant.compare(from, to) <= 0) return answerOf(workingTimeBetween(calendar, from, to));
  return -unwrap(workingTimeBetween(calendar, to, from));
}

function signedDays(calendar: Calendar, from: Temporal.PlainDate, to: Temporal.PlainDate): Answer {
  if (Temporal.PlainDate.compare(from, to) <= 0) return answerOf(businessDaysBetween(calendar, from, to));
  return -unwrap(businessDaysBetween(calendar, to, from));
}

function addDays(calendar: Calendar, start: string, days: number): Answer {
  const shift = days < 0 ? subtractBusinessDays : addBusinessDays;
  if (start.includes('T')) return instantAnswer(shift(calendar, Temporal.Instant.from(start), Math.abs(days)));
  const date = Temporal.PlainDate.from(start).add({ days: days < 0 ? 1 : 0 });
  const midnight = date.toZonedDateTime(calendar.zone.zone).toInstant();
  return localDate(calendar, unwrap(shift(calendar, midnight, Math.abs(days)))).toString();
}

function dateOf(calendar: Calendar, text: string): Temporal.PlainDate {
  return text.includes('T') ? localDate(calendar, Temporal.Instant.from(text)) : Temporal.PlainDate.from(text);
}
