/** As long as any list shows, far below what servers take. */
const LONGEST = 250;

/** Controls and line ends, which would begin another header, and marks that show a line in another order. */
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu;

/** A subject or a person's name for a header: one line, nothing that reorders it, cut to 250 characters. */
export function headerText(text: string): string {
  const line = text.replace(UNFIT, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\p{Cs}$/u, '')}…`;
}
