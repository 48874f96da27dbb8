/** "Europe/Berlin" is "Berlin", "America/New_York" is "New York". */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
