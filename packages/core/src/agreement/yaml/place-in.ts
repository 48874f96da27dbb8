import type { Position } from '../diagnostics.ts';
import { lineOf, lineStartsOf, positionIn } from './line-starts.ts';

/** Where an offset lies in a text that was not parsed, and the line around it. */
export function placeIn(text: string, offset: number): { readonly at: Position; readonly source: string } {
  const lineStarts = lineStartsOf(text);
  const at = positionIn(lineStarts, offset);
  return { at, source: lineOf(text, lineStarts, at.line) };
}
