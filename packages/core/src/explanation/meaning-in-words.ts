/** What the promised duration meant in this case: the calendar, the dates counted, the deadline found. */
import { businessDateFrom, isCounted } from '../calendar/business-date.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { nextOpeningSeconds } from '../calendar/edges.ts';
import { localDay, offsetAt, secondsOfWall, wallOf } from '../calendar/zone-table.ts';
import { durationInWords, plural, secondsInWords } from '../agreement/words/duration.ts';
import type { Clock, Target } from '../deadline/clock.ts';
import { aheadInWords } from './ahead-in-words.ts';
import { closedDateInWords } from './closed-date-in-words.ts';
import { hoursOf } from './hours-of.ts';
import { listedDates, MOST_DATES } from './listed-dates.ts';
import { momentInWords, shortMoment, timeText, yearOf } from './local-time.ts';

/** The way of counting of the present target, in one to three lines; none without a target or a lead. */
export function meaningInWords(clock: Clock): string[] {
  const target = clock.targets.at(-1);
  if (!target) return aheadInWords(clock);
  const { calendar, duration } = target;
  switch (duration.counts) {
    case 'working-time':
      return [`${durationInWords(duration)} of the open time of ${hoursOf(calendar)}`];
    case 'business-days':
      return [
        businessDaysInWords(clock.opened, duration.days, target),
        `Business days are those of ${hoursOf(calendar)}`,
      ];
    case 'calendar':
      return [datesInWords(clock.opened, target)];
  }
}

/** "2 business days: counted from Fri 20 Nov 16:00 CET; Mon 23 Nov and Tue 24 Nov count; …". */
function businessDaysInWords(opened: number, days: number, { calendar, due }: Target): string {
  const { zone } = calendar;
  const start = nextOpeningSeconds(calendar, opened);
  const target = Number.isNaN(start) ? undefined : businessDateFrom(calendar, start, days, 1);
  if (target === undefined) return `${plural(days, 'business day')}: there are not so many within ten years.`;
  const first = localDay(zone, start);
  const counted: number[] = [];
  const skipped: number[] = [];
  for (let day = first + 1; day <= target; day += 1) (isCounted(calendar, day, start, 1) ? counted : skipped).push(day);
  const from = `counted from ${shortMoment(zone, start, yearOf(zone, opened))}${start === opened ? '' : ', when business opens'}`;
  const left =
    skipped.length === 0 || skipped.length > MOST_DATES
      ? ''
      : `; left out: ${skipped.map((day) => closedDateInWords(calendar, day)).join(', ')}`;
  return `${plural(days, 'business day')}: ${from}; counted: ${listedDates(counted)}${left}; due ${shortMoment(zone, due, yearOf(zone, opened))}, ${timeOfDay(calendar, start, target, due)}.`;
}

function timeOfDay({ zone }: Calendar, start: number, day: number, due: number): string {
  const wished = secondsOfWall(zone, wallOf(zone, start) + (day - localDay(zone, start)) * 86_400);
  if (due === wished) return 'the same time of day';
  return due < wished ? `the last closing before ${timeText(zone, start)}` : 'the opening of that day';
}

/** "5 days: by the date, every hour counts; the same time of day on Fri 27 Nov 2026 …". */
function datesInWords(opened: number, { calendar, duration, due, seconds }: Target): string {
  const { zone } = calendar;
  const shift = offsetAt(zone, due) - offsetAt(zone, opened);
  const same =
    timeText(zone, due) === timeText(zone, opened)
      ? 'the same time of day'
      : `${timeText(zone, opened)} is not shown on that day`;
  const clocks = shift === 0 ? '' : `; the clocks change in between, so that it is ${secondsInWords(seconds)}`;
  return `${durationInWords(duration)}: by the date in ${zone.zone}, every hour counts; from ${momentInWords(zone, opened)} to ${momentInWords(zone, due)}, ${same}${clocks}.`;
}
