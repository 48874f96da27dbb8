/** When a mail that could not be sent is tried again. Pure. */

/** Four days is what mail servers themselves go on for (RFC 5321, section 4.5.4.1: at least four to five days). */
const GIVE_UP_AFTER_HOURS = 96;
const SHORTEST_MINUTES = 1;
const LONGEST_MINUTES = 240;

/**
 * The next try after one at `now`: as long after it as all tries took so far, at least a minute and at most four hours, so
 * that the waiting doubles. Undefined once it has been tried for four days.
 */
export function nextTry(triedFrom: string, now: Temporal.Instant): Temporal.Instant | undefined {
  const minutes = Math.floor((now.epochMilliseconds - Temporal.Instant.from(triedFrom).epochMilliseconds) / 60_000);
  if (minutes >= GIVE_UP_AFTER_HOURS * 60) return undefined;
  return now.add({ minutes: Math.min(Math.max(minutes, SHORTEST_MINUTES), LONGEST_MINUTES) });
}
