/** The value if it is one of these, as a list in an address may hold anything; else undefined. */
export function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((each) => each === value);
}

/** A text of an address, cut; undefined where there is none. */
export function textIn(value: unknown, most = 200): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, most) : undefined;
}
