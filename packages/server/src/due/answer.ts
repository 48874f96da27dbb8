import { nearest, type Result } from '@tamarack/core';

/** What was asked for, or the sentence that says why it cannot be had and what to do. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string };

export function answered<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused(sentence: string): { readonly ok: false; readonly sentence: string } {
  return { ok: false, sentence };
}

/** A refusal of core in the form of this verb: its sentence, then its remedy. */
export function fromCore<T>(result: Result<T>): Answer<T> {
  return result.ok ? answered(result.value) : refused(`${result.refusal.sentence} ${result.refusal.remedy}`);
}

/** "There is no promise "x"; there are a, b. Did you mean "a"?" */
export function unknownName(
  kind: string,
  name: string,
  known: readonly string[],
): { readonly ok: false; readonly sentence: string } {
  // Of two letters everything is near.
  const near = name.length < 3 ? undefined : nearest(name, known);
  const there = known.length === 0 ? 'there is none' : `there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`;
  return refused(`There is no ${kind} "${name}"; ${there}.${near === undefined ? '' : ` Did you mean "${near}"?`}`);
}
