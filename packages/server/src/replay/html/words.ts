/** Numbers and times as the report writes them. */
import { percent } from '../text/replay-text.ts';
import type { Outcome } from '../result/replay-result.ts';

export function number(count: number): string {
  return count.toLocaleString('en');
}

/** "95.1 %" with a space that does not break, "–" where nothing was decided. */
export function share(outcome: Pick<Outcome, 'attainment'>): string {
  return outcome.attainment === null ? '–' : percent(outcome).replace(' ', '\u00a0');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** "2016-03" → "Mar 2016". */
export function monthName(month: string): string {
  const name = MONTHS[Number(month.slice(5, 7)) - 1];
  return name === undefined ? month : `${name} ${month.slice(0, 4)}`;
}

/** Dates and times in the zone of the log. */
export function timesIn(zone: string) {
  const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const date = (instant: string) => {
    const { day, month, year } = local(instant);
    return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
  };
  return {
    date,
    dateTime: (instant: string) =>
      `${date(instant)}, ${local(instant).toPlainTime().toString({ smallestUnit: 'minute' })}`,
  };
}

export function severityName(severity: number | null): string {
  return severity === null ? 'No severity' : `Severity ${severity}`;
}
