/** Why a date is no business day: "Wed 25 Nov (holiday: Thanksgiving)". */
import type { Calendar } from '../calendar/calendar.ts';
import { explainDate } from '../calendar/explain-date.ts';
import { dayText } from './local-time.ts';

/** The date; with the name of its holiday or exception where it is not merely a day of rest. */
export function closedDateInWords(calendar: Calendar, dayNo: number): string {
  const because = calendar.kind === 'weekly' ? nameOf(explainDate(calendar, dayNo).whole) : undefined;
  return because === undefined ? dayText(dayNo) : `${dayText(dayNo)} (${because})`;
}

function nameOf({ cause }: ReturnType<typeof explainDate>['whole']): string | undefined {
  if (cause.kind === 'holiday') return cause.name;
  return cause.kind === 'exception' ? (cause.name ?? 'exception') : undefined;
}
