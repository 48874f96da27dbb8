/** Under which drafts are kept in this browser, each person's own: what begins so goes when somebody signs out, or anybody else signs in. */
export const DRAFTS = 'tamarack.draft.';

/** The same for texts of descriptions, which nobody else has: the server gets them when they are saved. */
export const TEXTS = 'tamarack.text.';

/** Whether a text was written here and never saved. */
export function holdsUnsavedText(): boolean {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith(TEXTS));
  } catch {
    return false;
  }
}
