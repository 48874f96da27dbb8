/** The calendars of a description, ready to compute with. */
import type { Calendar } from '../calendar/calendar.ts';
import { calendarWarnings } from '../calendar/calendar-warnings.ts';
import { examineCalendar } from '../calendar/examine-calendar.ts';
import type { HolidayLists } from '../calendar/holiday-lists.ts';
import type { Finding } from './diagnostics.ts';
import { valueAt } from './grammar-findings.ts';
import { nearest } from './nearest.ts';

export type CalendarsReading = {
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly findings: readonly Finding[];
};

/** Reads every calendar; parts of a union may stand in any order, but not in a circle. */
export function readCalendars(root: unknown, holidayLists: HolidayLists | undefined): CalendarsReading {
  const written = valueAt(root, ['calendars']);
  const shapes: Readonly<Record<string, unknown>> = isRecord(written) ? written : {};
  const calendars = new Map<string, Calendar>();
  const findings: Finding[] = [];
  const begun = new Set<string>();
  const read = (name: string): Calendar | undefined => {
    if (begun.has(name) || !Object.hasOwn(shapes, name)) return calendars.get(name);
    begun.add(name);
    const { calendar, problems } = examineCalendar(shapes[name], {
      name,
      named: read,
      ...(holidayLists ? { holidayLists } : {}),
    });
    if (calendar) calendars.set(name, calendar);
    for (const problem of problems) {
      const part = problem.code === 'calendar.unknown-part' ? valueAt(shapes[name], problem.path) : undefined;
      const declared = typeof part === 'string' && Object.hasOwn(shapes, part);
      const suggestion = typeof part === 'string' && !declared ? nearest(part, Object.keys(shapes)) : undefined;
      const sentence = declared
        ? `"${part}" cannot be a part here: it has findings of its own, or it contains this calendar.`
        : problem.sentence;
      const code = problem.code.startsWith('calendar.holiday-list') ? 'calendar.holiday-list' : 'calendar.invalid';
      findings.push({ code, path: ['calendars', name, ...problem.path], sentence, suggestion });
    }
    for (const warning of calendarWarnings(shapes[name])) {
      findings.push({
        code: 'calendar.overlap',
        path: ['calendars', name, ...warning.path],
        sentence: warning.sentence,
      });
    }
    return calendar;
  };
  for (const name of Object.keys(shapes)) read(name);
  return { calendars, findings };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
