/** The calendars that a contract brings along, such as the working hours of its own account manager (TX6). */
import type { ReadyDescription } from '../agreement/read-description.ts';
import { nameWord } from '../agreement/words/names.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { refuseProblems, type CalendarProblem, type Report } from '../calendar/calendar-problem.ts';
import { examineCalendar } from '../calendar/examine-calendar.ts';
import type { HolidayLists } from '../calendar/holiday-lists.ts';
import { granted, type Result } from '../refusals.ts';
import type { Agreed } from './terms.ts';

/**
 * The description's calendars and the contract's own. Parts of a union may be named from both, in any order, but not in
 * a circle. One refusal names every problem with its path; `calendar.name-taken` where a name is the description's: what
 * the description says of its own calendar has to stay true.
 */
export function calendarsWith(
  { calendars }: ReadyDescription,
  written: NonNullable<Agreed['calendars']>,
  holidayLists: HolidayLists | undefined,
): Result<ReadonlyMap<string, Calendar>> {
  const known = new Map(calendars);
  const found: CalendarProblem[] = [];
  const report: Report = (path, code, sentence) => void found.push({ path, code, sentence });
  const begun = new Set<string>();
  const read = (name: string): Calendar | undefined => {
    const ready = known.get(name);
    if (ready || begun.has(name) || !Object.hasOwn(written, name)) return ready;
    begun.add(name);
    const { calendar, problems } = examineCalendar(written[name], {
      name,
      named: read,
      ...(holidayLists ? { holidayLists } : {}),
    });
    for (const { path, code, sentence } of problems) report(['calendars', name, ...path], code, sentence);
    if (calendar) known.set(name, calendar);
    return calendar;
  };
  for (const name of Object.keys(written)) {
    if (calendars.has(name))
      report(['calendars', name], 'calendar.name-taken', `The description has a calendar "${name}" already.`);
    else if (!nameWord.safeParse(name).success)
      report(['calendars', name], 'calendar.invalid', 'A name has small letters, digits and hyphens, a letter first.');
    else read(name);
  }
  return found.length > 0 ? refuseProblems(found) : granted(known);
}
