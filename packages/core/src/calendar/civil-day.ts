/**
 * Dates as day numbers: days since 1970-01-01 in the proleptic Gregorian calendar. Inside the
 * calendar every date is such an integer, because a `Temporal.PlainDate` costs a microsecond a step
 * and a block of open time walks 1,500 of them.
 *
 * The two conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`
 * (https://howardhinnant.github.io/date_algorithms.html, public domain).
 */
export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

/** The day number of a date; the date is not checked. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number. */
export function civilDate(dayNo: number): CivilDate {
  const z = dayNo + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The day number of a `Temporal.PlainDate`. */
export function dayOfPlainDate(date: Temporal.PlainDate): number {
  const iso = date.withCalendar('iso8601');
  return dayNumber(iso.year, iso.month, iso.day);
}

/** The `Temporal.PlainDate` of a day number. */
export function plainDate(dayNo: number): Temporal.PlainDate {
  const { year, month, day } = civilDate(dayNo);
  return new Temporal.PlainDate(year, month, day);
}
