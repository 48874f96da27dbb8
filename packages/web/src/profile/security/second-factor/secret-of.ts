/** The key in an otpauth address, in base32. Empty where there is none. */
export function secretOf(uri: string): string {
  return URL.parse(uri)?.searchParams.get('secret') ?? '';
}

/** "ABCD EFGH IJ", which is what people can copy by eye. */
export function groupsOfFour(text: string): string {
  return text.match(/.{1,4}/g)?.join(' ') ?? '';
}
