import { DRAFTS } from './drafts-of-browser.ts';

const SIGNED_OUT = 'signed-out';
const otherTabs = new BroadcastChannel('tamarack');
/** Whose things this tab's storage holds. */
const OWNER = 'tamarack.person';
/** Whose things lie in this tab's memory; nobody's, until somebody is known. */
let present: string | undefined;

/** What tabs tell each other: that somebody signed out, or who is signed in now. */
type Told = typeof SIGNED_OUT | { readonly signedIn: string };

/**
 * Forgets what one person saw and wrote, for the next one at this machine, and leads to the sign-in page. The page is loaded
 * anew: what lies in memory, known here or not, is gone for certain. So do the other tabs, whose session has ended as well.
 */
export function forgetEverything(): void {
  tell(SIGNED_OUT);
  beginAnew();
}

/**
 * Forgets what anybody else saw and wrote here: a session that ends by itself leaves it for whoever wrote it, until another
 * person signs in. Whether the page has to be loaded anew, because the other one's things lie in its memory.
 */
export function forgetOthers(personId: string): boolean {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(DRAFTS) && !key.startsWith(`${DRAFTS}${personId}.`)) localStorage.removeItem(key);
    if ((sessionStorage.getItem(OWNER) ?? personId) !== personId) sessionStorage.clear();
    sessionStorage.setItem(OWNER, personId);
  } catch {
    // Forbidden: nothing was stored either.
  }
  if (present === personId) return false;
  const isAnother = present !== undefined;
  present = personId;
  tell({ signedIn: personId });
  return isAnother;
}

/** Has this tab forget everything, too, when another one signs out, or somebody else signs in there. */
export function forgetWithOthers(): void {
  otherTabs.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data === SIGNED_OUT) beginAnew();
    // Loaded anew it finds who is signed in, and clears its own storage.
    else if (present !== undefined && present !== data.signedIn) location.replace('/');
  });
}

function tell(told: Told): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of this origin, and no window
  otherTabs.postMessage(told);
}

function beginAnew(): void {
  try {
    // The server has drafts for their writer; here the next person at this machine might read them.
    for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFTS)) localStorage.removeItem(key);
    sessionStorage.clear();
  } catch {
    // Forbidden: nothing was stored either.
  }
  location.replace('/sign-in');
}
