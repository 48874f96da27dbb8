/** The hour of the daily mail. Pure. */

const HOUR = '08:00';

/** The first 08:00 in the zone after the instant; on a day whose clocks skip it, the moment that stands for it. */
export function dailyHourAfter(instant: Temporal.Instant, zone: string): Temporal.Instant {
  const there = instant.toZonedDateTimeISO(zone);
  for (let days = 0; ; days++) {
    const at = there.toPlainDate().add({ days }).toZonedDateTime({ timeZone: zone, plainTime: HOUR }).toInstant();
    if (Temporal.Instant.compare(at, instant) > 0) return at;
  }
}
