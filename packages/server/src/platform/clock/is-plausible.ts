/** Years beyond which a date is a slip of the pen. Clocks know the years 1800 to 2499 only. */
const YEARS = 50;

/** Whether an instant lies in the time in which agreements are made and kept. */
export function isPlausible(at: Temporal.Instant, now: Temporal.Instant): boolean {
  const [asked, today] = [at, now].map((instant) => instant.toZonedDateTimeISO('UTC'));
  return asked !== undefined && today !== undefined && Math.abs(asked.year - today.year) <= YEARS;
}
