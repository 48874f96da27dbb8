/**
 * Refuses text that nests absurdly before a parser sees it: parsers recurse, and half a megabyte of
 * "[" or "? " costs them seconds or the stack.
 */
import type { Diagnostic } from '../diagnostics.ts';
import { placeIn } from './place-in.ts';
import { refusedFile } from './refused-file.ts';

const DEEPEST = 100;
const COMPACT = /^[ \t]*(?:[-?:][ \t]+){20}/m;

/** Refuses brackets or compact dashes that nest deeper than any description does, at the first one too many. */
export function refuseDepth(text: string): Diagnostic | undefined {
  const offset = tooDeepAt(text);
  if (offset === undefined) return undefined;
  const { at, source } = placeIn(text, offset);
  return refusedFile('yaml.too-deep', 'brackets or dashes nest deeper than any description does', at, source);
}

function tooDeepAt(text: string): number | undefined {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '[' || character === '{') open += 1;
    else if ((character === ']' || character === '}') && open > 0) open -= 1;
    if (open > DEEPEST) return at;
  }
  return COMPACT.exec(text)?.index;
}
