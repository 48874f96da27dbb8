/**
 * Refuses text that nests absurdly before a parser sees it: parsers recurse, and half a megabyte of
 * "[" or "? ", or a thousand columns of indentation, costs them seconds or the stack.
 */
import type { Diagnostic } from '../diagnostics.ts';
import { placeIn } from './place-in.ts';
import { refusedFile } from './refused-file.ts';

const DEEPEST = 100;
const COMPACT = /^[ \t]*(?:[-?:][ \t]+){20}/m;
/** The indentation of a line and what opens a list or a key in it; empty lines and comments nest nothing. */
const LINE = /^( *)((?:[-?:][ \t]+)*)(?![\s#]|$)/gm;

/** Refuses brackets, dashes or indentation that nest deeper than any description does, at the first one too many. */
export function refuseDepth(text: string): Diagnostic | undefined {
  const offset = tooDeepAt(text);
  if (offset === undefined) return undefined;
  const { at, source } = placeIn(text, offset);
  return refusedFile('yaml.too-deep', 'the text nests deeper than any description does', at, source);
}

function tooDeepAt(text: string): number | undefined {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '[' || character === '{') open += 1;
    else if ((character === ']' || character === '}') && open > 0) open -= 1;
    if (open > DEEPEST) return at;
  }
  return COMPACT.exec(text)?.index ?? indentedTooDeepAt(text);
}

/** Where more columns are open, one inside another, than any description has. */
function indentedTooDeepAt(text: string): number | undefined {
  const open: number[] = [];
  for (const { 0: found, 1: indent = '', 2: markers = '', index } of text.matchAll(LINE)) {
    const columns = [...markers.matchAll(/[-?:]/g)].map((marker) => indent.length + marker.index);
    for (const column of [...columns, found.length]) {
      while ((open.at(-1) ?? -1) >= column) open.pop();
      open.push(column);
      if (open.length > DEEPEST) return index + column;
    }
  }
  return undefined;
}
