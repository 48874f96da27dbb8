/** Where this package lies, wherever in it the code runs from: its sources, or what `npm run build` packed of them. */
import { findPackageJSON } from 'node:module';
import { dirname, extname, join } from 'node:path';

/** The folder of packages/server. */
export const packageFolder = dirname(findPackageJSON(import.meta.url) ?? import.meta.dirname);

/** Whether this code is what `npm run build` packed, and not the sources themselves. */
export const isPacked = import.meta.dirname.startsWith(join(packageFolder, 'dist'));

/** Another program of ours, for a thread or a process of its own; `from` is the `import.meta.url` of a file in the same folder. */
export function programBeside(from: string, name: string): URL {
  return new URL(`./${name}${extname(from)}`, from);
}
