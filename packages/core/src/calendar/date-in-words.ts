import { civilDate } from './civil-day.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "24 December 2026" of a day number. */
export function dateInWords(dayNo: number): string {
  const { year, month, day } = civilDate(dayNo);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** "24 December of every year" of month × 100 + day. */
export function monthDayInWords(monthDay: number): string {
  return `${monthDay % 100} ${MONTHS[Math.floor(monthDay / 100) - 1]} of every year`;
}
