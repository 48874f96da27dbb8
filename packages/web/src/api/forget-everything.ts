import { DRAFTS } from './drafts-of-browser.ts';

const SIGNED_OUT = 'signed-out';
const otherTabs = new BroadcastChannel('tamarack');

/**
 * Forgets what one person saw and wrote, for the next one at this machine, and leads to the sign-in page. The page is loaded
 * anew: what lies in memory, known here or not, is gone for certain. So do the other tabs, whose session has ended as well.
 */
export function forgetEverything(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of this origin, and no window
  otherTabs.postMessage(SIGNED_OUT);
  beginAnew();
}

/** Has this tab forget everything, too, when another one signs out. */
export function forgetWithOthers(): void {
  otherTabs.addEventListener('message', ({ data }) => {
    if (data === SIGNED_OUT) beginAnew();
  });
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
