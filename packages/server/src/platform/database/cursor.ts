/** Cursors of keyset pages: the sort values of the last row, opaque to the client. */

/** Encodes the values after which the next page begins. */
export function cursorOf(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a value of a cursor is; whoever made the cursor up cannot have the database choke on it. */
const KINDS = {
  text: (value: string) => value.isWellFormed() && !value.includes('\0'),
  id: (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  number: (value: string) => /^\d{1,18}$/.test(value),
  // As rows give it, or as PostgreSQL writes it.
  instant: (value: string) =>
    value === 'infinity' || /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00)$/.test(value),
} as const;

/** It was not made here: answered with the first page, whoever follows it would never come to an end. */
export class StrangeCursor extends Error {}

/** The values of a cursor as texts, each of its kind; undefined where there is none. One that was not made here is thrown back. */
export function readCursor<const K extends readonly (keyof typeof KINDS)[]>(
  cursor: string | undefined,
  kinds: K,
): { readonly [I in keyof K]: string } | undefined {
  if (cursor === undefined) return undefined;
  const values = valuesIn(cursor);
  const isOurs = values?.length === kinds.length && kinds.every((kind, i) => KINDS[kind](values[i] ?? ''));
  if (!isOurs)
    throw new StrangeCursor(
      'The request cannot be read: query.after: expected the `next` of the page before, of the same list.',
    );
  // One text for each kind was just counted.
  return values as { readonly [I in keyof K]: string };
}

function valuesIn(cursor: string): readonly string[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(values) ? values.map(String) : undefined;
  } catch {
    return undefined;
  }
}
