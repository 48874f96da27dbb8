import { granted, refuse } from '../refusals.ts';
import { dayOfPlainDate } from './civil-day.ts';
import { hasOpenTime } from './open-time-of-date.ts';
import { inRange } from './time-range.ts';
import { DAY } from './wall-time.ts';
import type { Result } from '../refusals.ts';
import type { Calendar } from './calendar.ts';

/**
 * Business dates after `first` up to and including `last`: Friday to Monday is 1, Friday to
 * Saturday 0, a date to itself 0. Refuses `time.reversed-interval` and `time.out-of-range`.
 */
export function businessDaysBetween(
  calendar: Calendar,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Result<number> {
  const from = dayOfPlainDate(first);
  const to = dayOfPlainDate(last);
  if (!inRange(from * DAY) || !inRange(to * DAY)) return refuse('time.out-of-range');
  if (to < from) return refuse('time.reversed-interval', `${last.toString()} lies before ${first.toString()}.`);
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (hasOpenTime(calendar, day)) count++;
  return granted(count);
}
