/**
 * What would only cost time to lay out. Emphasis and brackets cost the square of how many there are (10,000 letters of `*a_` took
 * 1.3 s, 30,000 took 23 s), and lists and lines grow with their number; so does nothing inside a block of code.
 */
const CODE = /^```.*\n[\s\S]*?^```/gm;
const MARKS = /[*_~[\]`]/g;
/** Quotes and lists in one line, each in the one before. */
const DEEP = [/^[ \t]*(?:>[ \t]*){20}/m, /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){20}/m, /([<!&|])\1{199}/];

const MOST_LETTERS = 20_000;
const MOST_MARKS = 1000;
const MOST_BLOCKS = 100;

/** Whether a text is shown as it came instead of being laid out: longer or deeper than people write by hand. */
export function isCostly(body: string): boolean {
  const prose = body.replaceAll(CODE, '');
  if (prose.length > MOST_LETTERS || (body.match(CODE)?.length ?? 0) > MOST_BLOCKS) return true;
  return (prose.match(MARKS)?.length ?? 0) > MOST_MARKS || DEEP.some((pattern) => pattern.test(prose));
}
