/** When a delivery that failed is tried again. Pure. */

/** As the Standard Webhooks specification suggests: ten tries within about three days. */
const MINUTES_AFTER = [5 / 60, 5, 30, 2 * 60, 5 * 60, 10 * 60, 14 * 60, 20 * 60, 24 * 60];

/**
 * The next try after the one of that number at `now`; a receiver may ask for more patience (`askedSeconds`), up to a day.
 * Undefined once it was tried often enough.
 */
export function nextTry(
  attempts: number,
  askedSeconds: number | undefined,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const minutes = MINUTES_AFTER[attempts - 1];
  if (minutes === undefined) return undefined;
  const asked = Math.min(askedSeconds ?? 0, 24 * 3600);
  return now.add({ seconds: Math.max(Math.round(minutes * 60), asked) });
}
