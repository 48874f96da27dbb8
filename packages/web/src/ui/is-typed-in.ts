/** Inputs in which nobody writes: letters there belong to the page, Space, Enter and the arrows stay theirs. */
const UNWRITTEN = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color', 'image'];
const WRITTEN = `textarea, select, input${UNWRITTEN.map((type) => `:not([type="${type}"])`).join('')}`;

/** Whether letters that are pressed there are text, or choose from a list. */
export function isTypedIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(WRITTEN));
}
