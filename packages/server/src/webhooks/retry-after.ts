/** How long a receiver asks to be left alone (`Retry-After`, RFC 9110, 10.2.3). Pure. */

/** The three forms of a date in HTTP (5.6.7), all of them in GMT: of today, of RFC 850, of C's asctime(). */
const DATE =
  /^(?:[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT|[A-Z][a-z]+day, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;

/** In seconds from `now`; undefined where it asks for nothing, for what is past, or in no form that is known. */
export function retryAfterSeconds(header: string | undefined, now: Temporal.Instant): number | undefined {
  const asked = header?.trim() ?? '';
  const seconds = /^\d+$/.test(asked) ? Number(asked) : secondsUntil(asked, now);
  return seconds > 0 ? seconds : undefined;
}

function secondsUntil(date: string, now: Temporal.Instant): number {
  if (!DATE.test(date)) return 0;
  const at = Date.parse(date.endsWith('GMT') ? date : `${date} GMT`);
  return Math.ceil((at - now.epochMilliseconds) / 1000);
}
