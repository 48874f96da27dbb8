import { readCalendar } from '../read-calendar.ts';
import type { Result } from '../../refusals.ts';
import type { Calendar } from '../calendar.ts';
import type { OracleCalendar } from './oracle-case.ts';

/** A source's calendar as ours; their "date hours" replace a date's hours, as exceptions do. */
export function oracleCalendar(source: OracleCalendar): Calendar {
  return unwrap(
    readCalendar({
      zone: source.zone,
      weekly: source.weekly,
      holidays: [...(source.holidays ?? []), ...(source.yearly_holidays ?? [])],
      ...(source.date_hours ? { exceptions: source.date_hours } : {}),
    }),
  );
}

/** The value of a result, or the refusal's code as an answer that no source expects. */
export function answerOf<T>(result: Result<T>): T | string {
  return result.ok ? result.value : `refused: ${result.refusal.code}`;
}

/** An instant as the cases write it. */
export function instantAnswer(result: Result<Temporal.Instant>): string {
  return answerOf(result).toString();
}

/** The value of a result; throws where it is refused. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.refusal.code}: ${result.refusal.sentence}`);
}
