/** The calendars of a description, ready to compute with. */
import type { Calendar } from '../calendar/calendar.ts';
import { calendarWarnings } from '../calendar/calendar-warnings.ts';
import { examineCalendar } from '../calendar/examine-calendar.ts';
import type { HolidayLists } from '../calendar/holiday-lists.ts';
import { calendarFindings } from './calendar-findings.ts';
import type { Finding } from './diagnostics.ts';
import { isRecord, valueAt } from './value-at.ts';

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
  const ended = new Set<string>();
  const circular = new Set<string>();
  const read = (name: string): Calendar | undefined => {
    if (begun.has(name) && !ended.has(name)) circular.add(name);
    if (begun.has(name) || !Object.hasOwn(shapes, name)) return calendars.get(name);
    begun.add(name);
    const { calendar, problems } = examineCalendar(shapes[name], {
      name,
      named: read,
      ...(holidayLists ? { holidayLists } : {}),
    });
    ended.add(name);
    if (calendar) calendars.set(name, calendar);
    findings.push(...calendarFindings(root, name, problems, circular));
    for (const warning of calendarWarnings(shapes[name])) {
      findings.push({
        code: 'calendar.overlap',
        path: ['calendars', name, ...warning.path],
        sentence: warning.sentence.replace(/\.$/, ''),
      });
    }
    return calendar;
  };
  for (const name of Object.keys(shapes)) read(name);
  return { calendars, findings };
}
