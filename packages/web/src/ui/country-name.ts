const names = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' });

/** "DE" is "Germany"; a code that nobody knows stays as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
