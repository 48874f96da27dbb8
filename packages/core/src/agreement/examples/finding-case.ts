import type { DiagnosticCode, Position } from '../diagnostics.ts';
import { SMALL_DESCRIPTION } from './small-description.ts';

/** A change to the small description and the one finding that it must cause, at the place between ‹ and ›. */
export type FindingCase = {
  readonly code: DiagnosticCode;
  readonly why: string;
  /** What is taken out of the description (all of it where this is left out) … */
  readonly from?: string;
  /** … and what is put there. */
  readonly to: string;
  readonly suggestion?: string;
};

export type MarkedText = { readonly text: string; readonly start: Position; readonly end: Position };

/** The text of a case without its marks, and where they stood. */
export function textOf({ from, to, why }: FindingCase): MarkedText {
  const marked = from === undefined ? to : replaced(from, to, why);
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const text = marked.replace('‹', '').replace('›', '');
  if (start < 0 || end < start) throw new Error(`The case "${why}" marks no place.`);
  return { text, start: positionAt(text, start), end: positionAt(text, end) };
}

function replaced(from: string, to: string, why: string): string {
  if (SMALL_DESCRIPTION.split(from).length !== 2) throw new Error(`The case "${why}" changes no place, or several.`);
  return SMALL_DESCRIPTION.replace(from, () => to);
}

/** Lines and columns counted again, by another way than the reader's own. */
function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
