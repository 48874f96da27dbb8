import { granted } from '../refusals.ts';
import { refuseProblems } from './calendar-problem.ts';
import { examineCalendar } from './examine-calendar.ts';
import type { Result } from '../refusals.ts';
import type { Calendar } from './calendar.ts';
import type { ReadCalendarOptions } from './read-calendar-options.ts';

/**
 * Reads a calendar from plain data (parsed JSON or YAML). One refusal names every problem, each
 * with its path; `examineCalendar` gives them one by one. A calendar without any open time is
 * refused (`calendar.never-open`): it never silently means 24x7.
 */
export function readCalendar(input: unknown, options: ReadCalendarOptions = {}): Result<Calendar> {
  const { calendar, problems } = examineCalendar(input, options);
  return calendar ? granted(calendar) : refuseProblems(problems);
}
