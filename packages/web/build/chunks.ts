/**
 * Which modules share a file. Left to itself the bundler makes one for every set of pages that have something in common: a
 * hundred small ones a page, each a request and a hash of its own to wait for (decision 20).
 */
import type { Rolldown } from 'vite';

const LIBRARIES = /[\\/]node_modules[\\/]|^\0rolldown/;
/** Not main.tsx: the file that index.html names has to stay its own. */
const OURS = /[\\/]web[\\/]src[\\/](?!main\.tsx)/;

/** How many pages and dialogues have to use something, until all load it: libraries are large, what is ours is small. */
const LIBRARY_USERS = 18;
const OUR_USERS = 4;

/** Files that every page loads in the end, beyond those that the first script names. */
export const SHARED_BY_PAGES = ['shared-libraries', 'shared'] as const;

const [sharedLibraries, shared] = SHARED_BY_PAGES;

/** Libraries apart from what is ours: a change of ours leaves in browsers what is four fifths of the script. */
export const chunks: Rolldown.CodeSplittingOptions = {
  groups: [
    { name: 'libraries', test: LIBRARIES, tags: ['$initial'], priority: 4 },
    { name: 'start', test: OURS, tags: ['$initial'], priority: 3 },
    { name: sharedLibraries, test: LIBRARIES, minShareCount: LIBRARY_USERS, priority: 2 },
    { name: shared, test: OURS, minShareCount: OUR_USERS, priority: 1 },
  ],
};
