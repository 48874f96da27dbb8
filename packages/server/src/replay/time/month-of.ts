const DAY = 86_400;

/** The month of an instant in a zone, "2016-03". Temporal is asked once a UTC date, and again where months meet. */
export function monthsOf(zone: string): (at: number) => string {
  const months = new Map<number, string | undefined>();
  const exactly = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at * 1000)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toPlainYearMonth()
      .toString();
  return (at) => {
    const day = Math.floor(at / DAY);
    if (!months.has(day)) {
      const first = exactly(day * DAY);
      months.set(day, first === exactly((day + 1) * DAY - 1) ? first : undefined);
    }
    return months.get(day) ?? exactly(at);
  };
}
