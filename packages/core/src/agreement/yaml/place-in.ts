import type { Position } from '../diagnostics.ts';

/** Where an offset lies in a text that was not parsed, and the line around it. */
export function placeIn(text: string, offset: number): { readonly at: Position; readonly source: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  const source = text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
  return { at: { line, column: offset - start + 1 }, source };
}
