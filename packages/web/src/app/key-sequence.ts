/** What a key press means for sequences of keys: pure, so that it can be tried without a browser. */
export type Pressed = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  /** In a field, where letters are text. */
  readonly isTyping: boolean;
};

/** A second key counts as long as this after the first. */
export const SEQUENCE_MS = 1200;

/** Writes a press as the table of shortcuts does: "mod+k", "?", "g". */
function keyName({ key, ctrl, meta, alt }: Pressed): string {
  const name = key.length === 1 ? key.toLowerCase() : key;
  return `${ctrl || meta ? 'mod+' : ''}${alt ? 'alt+' : ''}${name}`;
}

/**
 * Which of the shortcuts a press completes, and what is begun. While typing only those with `mod` count, for a letter
 * is a letter there (WCAG 2.1.4 asks that single keys do not act in fields).
 */
export function press(
  begun: string,
  pressed: Pressed,
  all: readonly string[],
): { readonly hit: string | undefined; readonly begun: string } {
  const name = keyName(pressed);
  if (pressed.isTyping && !name.startsWith('mod+')) return { hit: undefined, begun: '' };
  const longer = begun === '' ? name : `${begun} ${name}`;
  for (const candidate of [longer, name]) {
    if (all.includes(candidate)) return { hit: candidate, begun: '' };
    if (all.some((keys) => keys.startsWith(`${candidate} `))) return { hit: undefined, begun: candidate };
  }
  return { hit: undefined, begun: '' };
}
