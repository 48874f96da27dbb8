/** The calendars of a description, ready to compute with. */
import type { Calendar } from '../calendar/calendar.ts';
import { calendarWarnings } from '../calendar/calendar-warnings.ts';
import { examineCalendar } from '../calendar/examine-calendar.ts';
import type { HolidayLists } from '../calendar/holiday-lists.ts';
import type { Finding } from './diagnostics.ts';
import { nearest } from './nearest.ts';
import { isRecord, valueAt } from './value-at.ts';
import { kindOf } from './words/word.ts';

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
    for (const problem of problems) {
      const part = problem.code === 'calendar.unknown-part' ? valueAt(shapes[name], problem.path) : undefined;
      const declared = typeof part === 'string' && Object.hasOwn(shapes, part);
      // A part with findings of its own: they say it already.
      if (declared && !circular.has(part)) continue;
      const suggestion = typeof part === 'string' && !declared ? nearest(part, Object.keys(shapes)) : undefined;
      const sentence = declared
        ? `"${part}" contains this calendar, so it cannot be a part of it.`
        : inWords(problem.sentence, valueAt(shapes[name], problem.path));
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

/** Where a calendar's schema has no words of its own, the grammar's stand in. */
function inWords(sentence: string, value: unknown): string {
  return sentence.startsWith('Invalid input') ? `${kindOf(value)} does not belong here` : sentence;
}
