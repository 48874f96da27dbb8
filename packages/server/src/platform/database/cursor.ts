/** Cursors of keyset pages: the sort values of the last row, opaque to the client. */

/** Encodes the values after which the next page begins. */
export function cursorOf(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The `count` values of a cursor as texts; undefined where there is none or it was not made here. */
export function readCursor(cursor: string | undefined, count: number): readonly string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isOurs =
      Array.isArray(values) &&
      values.length === count &&
      values.every((value) => typeof value === 'string' || typeof value === 'number');
    return isOurs ? values.map(String) : undefined;
  } catch {
    return undefined;
  }
}
