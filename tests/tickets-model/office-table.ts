/** The hours of desk.yaml by wall time alone, for the second model. */

/** Whether the office of desk.yaml is open, asked of wall time for each minute; the first minute of the table is `from`. */
export function officeTable(from: number, until: number): (minute: number) => boolean {
  const first = Math.floor(from / 60);
  const table = Array.from({ length: Math.ceil(until / 60) - first + 1 }, (_, i) => {
    const { dayOfWeek, hour, minute } = Temporal.Instant.fromEpochMilliseconds((first + i) * 60_000).toZonedDateTimeISO(
      'Europe/Berlin',
    );
    const at = hour * 60 + minute;
    if (dayOfWeek === 7) return at >= 60 && at < 240;
    return dayOfWeek <= 5 && ((at >= 540 && at < 750) || (at >= 780 && at < 1050));
  });
  return (minute) => table[minute - first] ?? false;
}
