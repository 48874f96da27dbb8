/**
 * What the built files are made of, below packages/: the web's own sources and libraries, and those of the packages whose
 * tables are built in. Not the lock file: pruning a release may write it anew, and could not build any more.
 */
export const WEB_SOURCES = [
  'web/src',
  'web/build',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'web/package.json',
  'contract/src',
  'core/src',
] as const;
