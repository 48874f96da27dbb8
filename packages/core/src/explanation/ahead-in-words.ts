/** How a lead was counted back from an announced event: the dates counted and those left out, or the open time. */
import { businessDateFrom, isCounted } from '../calendar/business-date.ts';
import { previousClosingSeconds } from '../calendar/edges.ts';
import { localDay } from '../calendar/zone-table.ts';
import { durationInWords } from '../agreement/words/duration.ts';
import type { Clock } from '../deadline/clock.ts';
import { closedDateInWords } from './closed-date-in-words.ts';
import { hoursOf } from './hours-of.ts';
import { listedDates, MOST_DATES } from './listed-dates.ts';
import { shortMoment, yearOf } from './local-time.ts';

/** None where nothing was counted back, or where what happened early was the last moment. */
export function aheadInWords({ opened, due, awaited }: Clock): string[] {
  if (!awaited?.lead || due === undefined || awaited.cameEarly) return [];
  const { duration, calendar } = awaited.lead;
  const { zone } = calendar;
  const at = (seconds: number) => shortMoment(zone, seconds, yearOf(zone, opened));
  const back = `${durationInWords(duration)} ahead: counted back from ${at(awaited.moment)}`;
  switch (duration.counts) {
    case 'working-time':
      return [`${back} in the open time of ${hoursOf(calendar)}`];
    case 'calendar':
      return [`${back} by the date in ${zone.zone}, every hour counts; due ${at(due)}.`];
    case 'business-days': {
      const closing = previousClosingSeconds(calendar, awaited.moment);
      const first = localDay(zone, closing - 1);
      const last = businessDateFrom(calendar, closing, duration.days, -1) ?? first;
      const counted: number[] = [];
      const skipped: number[] = [];
      for (let day = last; day < first; day += 1) (isCounted(calendar, day, closing, -1) ? counted : skipped).push(day);
      const from = closing === awaited.moment ? '' : `; business was last open ${at(closing)}`;
      const left =
        skipped.length === 0 || skipped.length > MOST_DATES
          ? ''
          : `; left out: ${skipped.map((day) => closedDateInWords(calendar, day)).join(', ')}`;
      return [
        `${back}${from}; counted: ${listedDates(counted)}${left}; due ${at(due)}.`,
        `Business days are those of ${hoursOf(calendar)}`,
      ];
    }
  }
}
