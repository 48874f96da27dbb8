/** "At most once a day": no more than so many in one local date (week, month …) of the calendar's zone. */
import type { Quantity } from '../agreement/words/quantity.ts';
import { nextOpeningSeconds } from '../calendar/edges.ts';
import { startOfNext, startOfUnit } from './dates.ts';
import { finite } from './reckoning.ts';
import type { PromiseCalendars } from './target.ts';

/**
 * The first open instant at which one more is allowed, given when the last ones were, in order: nobody is asked to
 * report at midnight to a closed office. Undefined where any time will do. A limit that is no rate ("8 hours") has
 * nothing to say here.
 */
export function earliestNext(
  limit: Quantity,
  calendars: PromiseCalendars,
  given: readonly number[],
): number | undefined {
  const last = given.at(-1);
  if (limit.of !== 'rate' || last === undefined) return undefined;
  const { zone } = calendars.hours;
  const first = given.at(-limit.count);
  const full = first !== undefined && first >= startOfUnit(zone, last, limit.per);
  return full ? finite(nextOpeningSeconds(calendars.hours, startOfNext(zone, last, limit.per))) : undefined;
}
