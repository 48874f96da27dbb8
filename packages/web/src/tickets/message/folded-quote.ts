/** Quotes longer than this are folded: what was said before stands above already. */
const SHOWN_LINES = 3;
const SHOWN_LETTERS = 240;

/** Whether a quote is folded until somebody opens it, from where it stands in the text and how long it is. */
export function isFolded(quote: string): boolean {
  return quote.split('\n').length > SHOWN_LINES || quote.length > SHOWN_LETTERS;
}

/** A message quoted, as the beginning of an answer to it. */
export function quoted(body: string, author: string): string {
  const lines = body.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return `${author} wrote:\n\n${lines.join('\n')}\n\n`;
}
