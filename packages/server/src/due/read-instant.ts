import { REFUSALS } from '@tamarack/core';
import { answered, refused, type Answer } from './answer.ts';

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;
const WITH_ZONE = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?\[([A-Za-z][\w/+-]*)\]$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/;

/**
 * Epoch seconds of "2026-11-24T08:00:00Z", "2026-11-24T09:00+01:00" or "2026-11-24T09:00[Europe/Berlin]".
 * What a wall clock shows twice or never is refused, and so is a time of no zone: neither is guessed.
 */
export function readInstant(text: string): Answer<number> {
  const zoned = WITH_ZONE.exec(text);
  if (zoned) return readZoned(text, { wall: zoned[1] ?? '', zone: zoned[3] ?? '', hasOffset: zoned[2] !== undefined });
  if (WITH_OFFSET.test(text)) return fromTemporal(text, () => Temporal.Instant.from(text));
  if (LOCAL.test(text)) {
    const time = text.length === 10 ? `${text}T09:00` : text;
    return refused(
      `"${text}" is ${text.length === 10 ? 'a date without a time' : 'a time of no zone'}. Write ${time}Z, ${time}+01:00 or ${time}[Europe/Berlin].`,
    );
  }
  return refused(
    `"${text}" is no instant. Write it as 2026-11-24T08:00:00Z, 2026-11-24T09:00+01:00 or 2026-11-24T09:00[Europe/Berlin].`,
  );
}

function readZoned(
  text: string,
  { wall, zone, hasOffset }: { wall: string; zone: string; hasOffset: boolean },
): Answer<number> {
  try {
    Temporal.PlainDateTime.from(wall);
  } catch {
    return refused(`"${text}": there is no such date or time.`);
  }
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    return refused(`"${text}": "${zone}" is not a time zone. Name an IANA zone such as Europe/Berlin.`);
  }
  try {
    return inRange(text, Temporal.ZonedDateTime.from(text, { disambiguation: 'reject', offset: 'reject' }).toInstant());
  } catch {
    const why = hasOffset
      ? `${zone} has another offset then`
      : `clocks in ${zone} show that time twice or not at all on that day`;
    return refused(`"${text}": ${why}. Write the instant with its offset, such as ${wall}+01:00.`);
  }
}

function fromTemporal(text: string, read: () => Temporal.Instant): Answer<number> {
  try {
    return inRange(text, read());
  } catch {
    return refused(`"${text}": there is no such date or time.`);
  }
}

/** A fraction of a second is dropped, towards the past: clocks count whole seconds. */
function inRange(text: string, instant: Temporal.Instant): Answer<number> {
  const { year } = instant.toZonedDateTimeISO('UTC');
  if (year < 1800 || year > 2499) return refused(`"${text}": ${REFUSALS['time.out-of-range'].sentence}`);
  return answered(Math.floor(instant.epochMilliseconds / 1000));
}

/** RFC 3339 in UTC of epoch seconds; null where there is none. */
export function rfc3339(seconds: number | undefined): string | null {
  if (seconds === undefined) return null;
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
}
