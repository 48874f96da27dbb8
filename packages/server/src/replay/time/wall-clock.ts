/**
 * Wall times of one zone as instants, by the language's rule: a wall time that daylight saving skips means the end of
 * the gap, one that it shows twice means the first showing. Temporal is asked once a date; only on the few dates on
 * which the offset changes is it asked for each time.
 */
const DAY = 86_400;

/** Turns wall seconds (since 1970-01-01T00:00 of the wall) into epoch seconds. */
export function wallClock(zone: string): (wall: number) => number {
  const offsets = new Map<number, number>();
  let lastDay = Number.NaN;
  let lastOffset = Number.NaN;
  return (wall) => {
    const day = Math.floor(wall / DAY);
    if (day !== lastDay) {
      lastDay = day;
      let offset = offsets.get(day);
      if (offset === undefined) offsets.set(day, (offset = offsetOfDay(zone, day)));
      lastOffset = offset;
    }
    return Number.isNaN(lastOffset) ? exactly(zone, wall) : wall - lastOffset;
  };
}

/** Whether a name is an IANA zone. Offsets such as +02:00 are none: they would silently lack daylight saving. */
export function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** The offset of a whole local date and of the hours around it; NaN where it changes. */
function offsetOfDay(zone: string, day: number): number {
  const noon = plain(day * DAY + DAY / 2).toZonedDateTime(zone);
  const offset = noon.offsetNanoseconds / 1e9;
  const before = noon.subtract({ hours: 36 });
  const next = before.getTimeZoneTransition('next');
  const changes = next !== null && next.epochMilliseconds < noon.epochMilliseconds + 36 * 3_600_000;
  return changes ? Number.NaN : offset;
}

function exactly(zone: string, wall: number): number {
  const local = plain(wall);
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(local)) return earlier.epochMilliseconds / 1000;
  const endOfGap = earlier.getTimeZoneTransition('next') ?? earlier;
  return endOfGap.epochMilliseconds / 1000;
}

function plain(wall: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wall * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
}
