/**
 * Refuses text that nests absurdly before a parser sees it: parsers recurse, and half a megabyte of
 * "[" or "? " costs them seconds or the stack.
 */
const DEEPEST = 100;
const COMPACT = /^[ \t]*(?:[-?:][ \t]+){20}/m;

/** Whether brackets or compact dashes nest deeper than any description does. */
export function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '[' || character === '{') open += 1;
    else if ((character === ']' || character === '}') && open > 0) open -= 1;
    if (open > DEEPEST) return true;
  }
  return COMPACT.test(text);
}
