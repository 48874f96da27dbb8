const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a zone, as days since 1970, and its weekday: Monday is 1, Sunday 7. */
export function instantParts(ms: number, zone: string): { readonly day: number; readonly weekday: number } {
  const known =
    formatters.get(zone) ??
    // Swedes write dates as ISO 8601 does.
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(zone, known);
  const day = Date.parse(`${known.format(ms)}T00:00:00Z`) / DAY_MS;
  // 1 January 1970 was a Thursday.
  return { day, weekday: ((((day + 3) % 7) + 7) % 7) + 1 };
}
