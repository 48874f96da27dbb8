/** Epoch seconds as RFC 3339 in UTC, to the second. */
export function rfc3339(seconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString({ smallestUnit: 'second' });
}
