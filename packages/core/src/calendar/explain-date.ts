import { dateInWords } from './date-in-words.ts';
import { dateText } from './date-text.ts';
import { closingsOn, isWholeDay } from './holiday-book.ts';
import { hoursOfDate, weeklyHours } from './hours-of-date.ts';
import { DAY, cutInterval } from './wall-time.ts';
import { weekdayOf } from './weekday.ts';
import { secondsOfWall } from './zone-table.ts';
import type { WeeklyCalendar } from './calendar.ts';
import type { ClosedCause } from './cause.ts';
import type { Closing } from './holiday-book.ts';
import type { Piece } from './piece.ts';
import type { WallInterval } from './wall-time.ts';

/**
 * One date in three layers, each over the one before: why it is closed from midnight to midnight,
 * which of its hours a holiday or exception took away (they may reach into the next date), and
 * which are open.
 */
export type ExplainedDate = {
  readonly whole: Piece;
  readonly taken: readonly Piece[];
  readonly open: readonly Piece[];
};

/** The layers of one date of a calendar. */
export function explainDate(calendar: WeeklyCalendar, dayNo: number): ExplainedDate {
  const exception = calendar.exceptions.get(dayNo);
  const span = ({ from, to }: WallInterval): { from: number; to: number } => ({
    from: secondsOfWall(calendar.zone, dayNo * DAY + from),
    to: secondsOfWall(calendar.zone, dayNo * DAY + to),
  });
  const closed = (interval: WallInterval, cause: ClosedCause): Piece => ({ ...span(interval), open: false, cause });
  const usual = weeklyHours(calendar, dayNo);

  if (exception) {
    const cause: ClosedCause = { kind: 'exception', ...(exception.name === undefined ? {} : { name: exception.name }) };
    const openCause = { kind: 'open', exception: exception.name ?? dateText(dayNo) } as const;
    const left = exception.hours.reduce((rest, { from, to }) => cutInterval(rest, from, to), [...usual]);
    return {
      whole: closed({ from: 0, to: DAY }, cause),
      taken: left.map((interval) => closed(interval, cause)),
      open: exception.hours.map((hours) => ({ ...span(hours), open: true, cause: openCause })),
    };
  }
  const closings = closingsOn(calendar.holidays, dayNo);
  return {
    whole: closed({ from: 0, to: DAY }, wholeCause(dayNo, usual, closings)),
    taken: closings.flatMap((closing) =>
      usual.flatMap(({ from, to }) => {
        const cut = { from: Math.max(from, closing.from), to: Math.min(to, closing.until) };
        return cut.to > cut.from ? [closed(cut, holidayCause(closing, dayNo))] : [];
      }),
    ),
    open: hoursOfDate(calendar, dayNo).map((hours) => ({ ...span(hours), open: true, cause: { kind: 'open' } })),
  };
}

function wholeCause(dayNo: number, usual: readonly WallInterval[], closings: readonly Closing[]): ClosedCause {
  const wholeDay = closings.find(isWholeDay);
  if (wholeDay) return holidayCause(wholeDay, dayNo);
  return usual.length === 0 ? { kind: 'no-hours', weekday: weekdayOf(dayNo) } : { kind: 'outside-hours' };
}

function holidayCause({ name, country, list }: Closing, dayNo: number): ClosedCause {
  return {
    kind: 'holiday',
    name: name ?? dateInWords(dayNo),
    ...(country === undefined ? {} : { country }),
    ...(list === undefined ? {} : { list }),
  };
}
