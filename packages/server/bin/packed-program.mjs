// The program as `npm run build` packs it: two thousand modules in some eighty files, which load in a third of the time. Each
// packing lies in a folder that is named for the sources it was made of, so that another one's is never run by mistake.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../..', import.meta.url));
const packed = join(packages, 'server', 'dist');
const SOURCES = ['core', 'contract', 'server'];
const NOT_PACKED = /\.test\.|[/\\]oracles[/\\]/;

/** @returns {string} the folder of the packing of these very sources, whether or not there is one */
export function packingFolder() {
  const files = SOURCES.flatMap((name) => [
    join(packages, name, 'package.json'),
    ...filesOf(join(packages, name, 'src')),
  ]);
  const state = createHash('sha256');
  for (const file of files.filter((path) => !NOT_PACKED.test(path)).toSorted()) {
    const { size, mtimeMs } = statSync(file);
    // Whole seconds: that is what archives keep.
    state.update(`${file.slice(packages.length).replaceAll(sep, '/')} ${size} ${Math.floor(mtimeMs / 1000)}\n`);
  }
  return join(packed, state.digest('hex').slice(0, 16));
}

/** @returns {string | undefined} the file to run; undefined where these sources were not packed */
export function packedProgram() {
  if (!existsSync(packed)) return undefined;
  const main = join(packingFolder(), 'main.js');
  return existsSync(main) ? main : undefined;
}

/** @param {string} folder */
function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}
