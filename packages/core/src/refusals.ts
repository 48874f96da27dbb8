/**
 * The catalogue of refusals: every "no" that core can say, with what the reader can do about it.
 *
 * A refusal is a value, never an exception. The code is stable and is part of the interface; the
 * sentence may be made more exact by whoever refuses (`refuse(code, "…")`), the remedy belongs to
 * the code. `docs/refusals.md` is generated from this table.
 */
export const REFUSALS = {
  'calendar.invalid': {
    sentence: 'The calendar cannot be read.',
    remedy: 'Correct the named value; docs/language.md describes calendars.',
  },
} as const satisfies Record<string, { sentence: string; remedy: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** Why something was not done: a stable code, a sentence for the reader, and the way out. */
export type Refusal = { readonly code: RefusalCode; readonly sentence: string; readonly remedy: string };

/** Either a value or the refusal to give one. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** A value that was granted. */
export function granted<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A named refusal; `sentence` replaces the catalogue's general one with the case at hand. */
export function refuse(code: RefusalCode, sentence?: string): { readonly ok: false; readonly refusal: Refusal } {
  const entry = REFUSALS[code];
  return { ok: false, refusal: { code, sentence: sentence ?? entry.sentence, remedy: entry.remedy } };
}
