/**
 * What the built files are made of, below packages/: the web's own sources, those of the packages whose tables are built in,
 * and the versions of all libraries.
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
  '../package-lock.json',
] as const;
