/** What the catalogues of refusals of the server have in common. */

type Entry = { readonly sentence: string; readonly remedy: string };

/** Why something was not done: a stable code, a sentence, and the way out. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly sentence: string;
  readonly remedy: string;
};
export type Refused<Code extends string = string> = { readonly ok: false; readonly refusal: Refusal<Code> };

/** Either a value or the refusal to give one. */
export type Refusable<T, Code extends string = string> = { readonly ok: true; readonly value: T } | Refused<Code>;

/** Makes what refuses by the codes of a catalogue; `sentence` replaces the general one with the case at hand. */
export function refusingBy<All extends string>(
  catalogue: Readonly<Record<All, Entry>>,
): <Code extends All>(code: Code, sentence?: string) => Refused<Code> {
  return (code, sentence) => {
    const general = catalogue[code];
    return { ok: false, refusal: { code, sentence: sentence ?? general.sentence, remedy: general.remedy } };
  };
}
