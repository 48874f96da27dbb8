import { DRAFTS } from './drafts-of-browser.ts';
import { queryClient } from './query-client.ts';

/** What anybody may know: how people can sign in here. */
const EVERYBODYS = 'GET /sign-in-options';

/**
 * Forgets what one person saw, for the next one at this machine. The sign-in page is there by then and waits for what is
 * everybody's: it would wait for ever if its query went too.
 */
export function forgetEverything(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== EVERYBODYS });
  queryClient.getMutationCache().clear();
  // The server has them for their writer; here the next person at this machine might read them.
  for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFTS)) localStorage.removeItem(key);
}
