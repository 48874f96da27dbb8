import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The command line as `npx tamarack` starts it, without npm's own half second. */
export const command = join(root, 'packages', 'server', 'bin', 'tamarack.mjs');
