/** Instants as mails say them: in the reader's zone, and with its name. */

/** "Sat, 21 Nov 2026, 14:32 (Europe/Berlin)" */
export function timeInWords(instant: string, zone: string): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const words = there.toLocaleString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${words} (${zone})`;
}
