let names: Intl.DisplayNames | undefined;

/** "DE" is "Germany"; a code that nobody knows stays as it is. */
export function countryName(code: string): string {
  // Made when first needed: a page that shows no country need not wait for the table of all.
  names ??= new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' });
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
