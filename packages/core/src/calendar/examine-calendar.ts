import { readUnion } from './read-union.ts';
import { readWeeklyCalendar } from './read-weekly-calendar.ts';
import type { Calendar } from './calendar.ts';
import type { CalendarProblem, Path, Report } from './calendar-problem.ts';
import type { ReadCalendarOptions } from './read-calendar-options.ts';

/**
 * Reads a calendar and reports every problem with its path from `input`; the calendar is there
 * exactly when there are no problems. For whoever turns paths into lines; others use `readCalendar`.
 */
export function examineCalendar(
  input: unknown,
  options: ReadCalendarOptions = {},
): { readonly calendar?: Calendar; readonly problems: readonly CalendarProblem[] } {
  const problems: CalendarProblem[] = [];
  const report: Report = (path, code, sentence) => void problems.push({ path, code, sentence });
  const calendar = readPart(input, options, [], report);
  return calendar && problems.length === 0 ? { calendar, problems } : { problems };
}

function readPart(input: unknown, options: ReadCalendarOptions, path: Path, report: Report): Calendar | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    report(path, 'calendar.invalid', 'A calendar is a mapping with a zone and weekly hours, or with a union.');
    return undefined;
  }
  const fields: Readonly<Record<string, unknown>> = { ...input };
  if (!('union' in fields)) return readWeeklyCalendar(fields, options, path, report);
  return readUnion(fields, options, path, report, (part, index, at) => {
    if (typeof part !== 'string') return readPart(part, { ...options, name: `part ${index + 1}` }, at, report);
    const named = options.named?.(part);
    if (!named) report(at, 'calendar.unknown-part', `There is no calendar "${part}".`);
    return named;
  });
}
