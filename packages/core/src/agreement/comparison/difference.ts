/** One thing that changed between two versions of a description. */
import type { Description } from '../grammar/description.ts';
import { clauseName, labelOf } from './clause-name.ts';
import { shown } from './shown.ts';
import type { Verdict } from './verdict.ts';

export type Path = readonly string[];

export type Difference = {
  /** Where it stands in the file, keys joined by dots. */
  readonly path: string;
  /** The clause that it belongs to, by its title: "Promise: First response". */
  readonly clause: string;
  readonly verdict: Verdict;
  readonly sentence: string;
  /** In words; null where there was or is nothing. */
  readonly before: string | null;
  readonly after: string | null;
};

/** A place at which two versions differ. */
export type Place = {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
  readonly old: Description;
  readonly new: Description;
};

/** What differs at a place, with a sentence made of the two values unless one is given. */
export function difference(
  place: Place,
  verdict: Verdict,
  own: {
    readonly before?: string | null;
    readonly after?: string | null;
    readonly sentence?: string;
    readonly label?: string;
  } = {},
): Difference {
  const { path } = place;
  const before = own.before === undefined ? inWords(place.before) : own.before;
  const after = own.after === undefined ? inWords(place.after) : own.after;
  const sentence = own.sentence ?? sentenceOf(own.label ?? labelOf(path), before, after);
  return { path: path.join('.'), clause: clauseName(path, place.old, place.new), verdict, sentence, before, after };
}

function inWords(value: unknown): string | null {
  return value === undefined ? null : shown(value);
}

function sentenceOf(label: string, before: string | null, after: string | null): string {
  if (before === null) return `New: ${label}: ${after ?? ''}`;
  if (after === null) return `No longer there: ${label}: ${before}`;
  return before === after ? `Written otherwise: ${label}: ${after}` : `Changed: ${label}: ${before} → ${after}`;
}
