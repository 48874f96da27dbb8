import { addBusinessDays } from '../add-business-days.ts';
import { isBusinessDay } from '../is-business-day.ts';
import { isHoliday } from '../is-holiday.ts';
import { isOpen } from '../is-open.ts';
import { localDate } from '../local-date.ts';
import { nextClosing } from '../openings.ts';
import { subtractBusinessDays } from '../subtract-business-days.ts';
import { workingTimeBetween } from '../working-time-between.ts';
import { answerOf, instantAnswer } from './oracle-calendar.ts';
import { needed } from './oracle-case.ts';
import type { Result } from '../../refusals.ts';
import type { Calendar } from '../calendar.ts';
import type { Answer, OracleCase } from './oracle-case.ts';

/** Conventions of GLPI: "end of day" moves a deadline to the closing of its date, at most midnight. */
export function glpiAnswer(calendar: Calendar, test: OracleCase): Answer {
  const instant = (text: string | undefined): Temporal.Instant => Temporal.Instant.from(needed(text, test));
  switch (test.op) {
    case 'add_business_days_signed': {
      const days = needed(test.days, test);
      const shift = days < 0 ? subtractBusinessDays : addBusinessDays;
      const due = shift(calendar, instant(test.start), Math.abs(days));
      return instantAnswer(test.end_of_day === true && due.ok ? endOfDay(calendar, due.value) : due);
    }
    case 'between':
      return answerOf(workingTimeBetween(calendar, instant(test.start), instant(test.end)));
    case 'is_workday':
      return isBusinessDay(calendar, Temporal.PlainDate.from(needed(test.date, test)));
    case 'is_open':
      return isOpen(calendar, instant(test.at));
    case 'is_holiday':
      return isHoliday(calendar, localDate(calendar, instant(test.at)));
    default:
      throw new Error(`${test.id}: no such operation as ${test.op}.`);
  }
}

function endOfDay(calendar: Calendar, due: Temporal.Instant): Result<Temporal.Instant> {
  const closing = nextClosing(calendar, due);
  const midnight = localDate(calendar, due).add({ days: 1 }).toZonedDateTime(calendar.zone.zone).toInstant();
  if (closing.ok && Temporal.Instant.compare(closing.value, midnight) <= 0) return closing;
  return { ok: true, value: midnight };
}
