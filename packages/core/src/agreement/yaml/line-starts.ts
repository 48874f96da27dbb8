/**
 * Lines of a text, counted here: the parser's own counter loses lines where a bracket or a quotation mark is left open,
 * and findings would name the wrong ones.
 */
import type { Position } from '../diagnostics.ts';

/** The offset at which each line begins. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line and column of an offset, from 1. */
export function positionIn(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** A line as it stands in the text, without its end. */
export function lineOf(text: string, lineStarts: readonly number[], line: number): string {
  const from = lineStarts[line - 1] ?? text.length;
  const next = lineStarts[line];
  return text.slice(from, next === undefined ? undefined : next - 1).replace(/\r$/, '');
}
