/** How far ahead: the last moment before something at which a promised duration still fits. */
import { startSeconds } from '../calendar/open-time.ts';
import { subtractBusinessDays } from '../calendar/subtract-business-days.ts';
import { secondsOf, unsafeInstantOf } from '../calendar/time-range.ts';
import type { Duration } from '../agreement/words/duration.ts';
import { sameWallTimeAfter } from './dates.ts';
import { finite } from './reckoning.ts';
import type { PromiseCalendars } from './target.ts';

/** In epoch seconds; the moment itself where nothing has to lie between. Undefined beyond the horizon of 3653 days. */
export function lastMomentAhead(
  moment: number,
  ahead: Duration | undefined,
  calendars: PromiseCalendars | undefined,
): number | undefined {
  if (!ahead || !calendars) return moment;
  switch (ahead.counts) {
    case 'working-time':
      return finite(startSeconds(calendars.hours, moment, ahead.seconds));
    case 'business-days': {
      const start = subtractBusinessDays(calendars.businessDays, unsafeInstantOf(moment), ahead.days);
      const seconds = start.ok ? secondsOf(start.value) : start;
      return seconds.ok ? seconds.value : undefined;
    }
    case 'calendar':
      return sameWallTimeAfter(calendars.hours.zone, moment, ahead.unit, -ahead.count);
  }
}
