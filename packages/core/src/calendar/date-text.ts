import { civilDate, dayNumber } from './civil-day.ts';

/** A date of a calendar file: one day, or the same day of every year (key: month × 100 + day). */
export type DateEntry =
  | { readonly kind: 'once'; readonly day: number }
  | { readonly kind: 'yearly'; readonly monthDay: number };

const ONCE = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEARLY = /^(\d{2})-(\d{2})$/;

/** 29 February exists every year that a `"02-29"` can mean, so yearly dates are tried in a leap year. */
const SOME_LEAP_YEAR = 2024;

/**
 * Reads `"YYYY-MM-DD"` (one day) or `"MM-DD"` (every year). `undefined` for anything else, also for
 * a date that no calendar has, such as 2026-02-30.
 */
export function readDate(text: string): DateEntry | undefined {
  const once = ONCE.exec(text);
  if (once) {
    const day = existingDay(Number(once[1]), Number(once[2]), Number(once[3]));
    return day === undefined ? undefined : { kind: 'once', day };
  }
  const yearly = YEARLY.exec(text);
  if (!yearly) return undefined;
  const day = existingDay(SOME_LEAP_YEAR, Number(yearly[1]), Number(yearly[2]));
  return day === undefined ? undefined : { kind: 'yearly', monthDay: monthDayOf(day) };
}

/** The sentence for a text that is no date. */
export function noDate(text: string): string {
  return `"${text}" is no date that exists; dates are "2026-12-24", or "12-24" for every year.`;
}

/** `"YYYY-MM-DD"` of a day number. */
export function dateText(dayNo: number): string {
  const { year, month, day } = civilDate(dayNo);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Month × 100 + day of a day number: 1224 is Christmas Eve of every year. */
export function monthDayOf(dayNo: number): number {
  const { month, day } = civilDate(dayNo);
  return month * 100 + day;
}

function existingDay(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const dayNo = dayNumber(year, month, day);
  const back = civilDate(dayNo);
  return back.month === month && back.day === day ? dayNo : undefined;
}
