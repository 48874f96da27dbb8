/** Under which drafts are kept in this browser: what begins so goes when somebody signs out. */
export const DRAFTS = 'tamarack.draft.';
