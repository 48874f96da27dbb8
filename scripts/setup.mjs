// Runs before `npm start`, `npm test` and the others, under whatever Node started npm: so it is plain JavaScript that
// Node 18 understands, it uses no package, and it does nothing (without the network) when nothing is to do.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const wantedMajor = 26;

/**
 * What an entry of a lock file says, as far as this script reads it.
 * @typedef {object} Locked
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * @param {string} path
 * @returns {Record<string, Locked> | undefined}
 */
function lockedPackages(path) {
  try {
    const lock = /** @type {{ packages?: Record<string, Locked> }} */ (JSON.parse(readFileSync(path, 'utf8')));
    return lock.packages;
  } catch {
    return undefined;
  }
}

const dependencyKinds = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies']);

/** The lock file repeats what each package.json of the workspace asks for; somebody may have changed only one of them. */
function checkLockFile() {
  const wanted = lockedPackages(join(root, 'package-lock.json')) ?? {};
  for (const folder of Object.keys(wanted).filter((path) => !isDependency(path))) {
    const file = join(folder, 'package.json');
    const asked = /** @type {Locked} */ (JSON.parse(readFileSync(join(root, file), 'utf8')));
    const isSame = dependencyKinds.every((kind) => areSame(asked[kind], wanted[folder]?.[kind]));
    if (!isSame)
      fail(`${file} and package-lock.json ask for different packages.`, 'Run `npm install` and commit both.');
  }
}

/**
 * npm puts a package below the one that needs it where another version lies at the root.
 * @param {string} path
 */
function isDependency(path) {
  return /(^|\/)node_modules\//.test(path);
}

/**
 * @param {Record<string, string> | undefined} some
 * @param {Record<string, string> | undefined} others
 */
function areSame(some = {}, others = {}) {
  const names = Object.keys(some);
  return names.length === Object.keys(others).length && names.every((name) => some[name] === others[name]);
}

/** Compares contents, not dates: a clone, a checkout or a restored cache gives files new dates. */
function isInstalled() {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  // npm writes this one last, so that an interrupted install does not count as one.
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  const isSame = (/** @type {string} */ path) => {
    const want = wanted[path];
    const have = present[path];
    // Packages for other platforms are in the lock file and rightly absent here.
    if (!have) return want?.optional === true;
    return have.version === want?.version && have.integrity === want?.integrity;
  };
  const names = Object.keys(wanted).filter(isDependency);
  return names.every(isSame) && Object.keys(present).every((path) => wanted[path] !== undefined);
}

/** npm wants to write its cache below the home directory, which a container or a service account may not let it. */
function cacheWhenHomeIsReadOnly() {
  if (process.env.npm_config_cache && isWritable(process.env.npm_config_cache)) return {};
  const home = homedir();
  const cache = join(home, '.npm');
  if (isWritable(existsSync(cache) ? cache : home)) return {};
  return { npm_config_cache: join(tmpdir(), 'tamarack-npm-cache') };
}

/** @param {string} path */
function isWritable(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function install() {
  console.error('tamarack: installing what package-lock.json names (about half a minute, once) ...');
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...cacheWhenHomeIsReadOnly() },
  };
  // Not `npm ci`: it refuses a lock file that lacks an optional package of another platform, and a registry's mirror may
  // not have them all. --no-save takes the locked versions and contents too, and changes no file of the repository. No
  // package needs to run anything when it is installed (in .npmrc this would also silence our own pretest).
  const wanted = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--no-progress',
  ];
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  // npm tells its children where it is; without it (node scripts/setup.mjs) the one on the PATH has to do.
  const result = npm
    ? spawnSync(node ?? process.execPath, [npm, ...wanted], options)
    : spawnSync('npm', wanted, { ...options, shell: process.platform === 'win32' });
  if (result.status === 0) return;
  const why = result.error ? result.error.message : `npm install ended with ${String(result.status ?? result.signal)}`;
  fail(
    `the packages could not be installed: ${why}.`,
    'Run `npm install --no-save` in this folder and read what it says.',
  );
}

/** npm puts node_modules/.bin first on the PATH of its scripts; Node 26 comes from an npm package and is found there. */
function checkNode() {
  const binary = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const remedy = `Install Node ${wantedMajor} or newer yourself, or remove node_modules and run \`npm install\` with optional packages allowed.`;
  if (!existsSync(binary)) {
    if (Number.parseInt(process.versions.node, 10) >= wantedMajor) return;
    fail(
      `npm has no Node ${wantedMajor} for ${process.platform} ${process.arch}, and this is Node ${process.version}.`,
      remedy,
    );
  }
  const version = versionOf(binary);
  if (Number.parseInt(version.slice(1), 10) >= wantedMajor) return;
  fail(
    `node_modules/.bin/node is ${version || 'not runnable'}, and Tamarack needs Node ${wantedMajor} or newer.`,
    remedy,
  );
}

/** @param {string} binary */
function versionOf(binary) {
  // npm's scripts already run under it, then nothing needs to be started to know.
  if (realpathSync(binary) === realpathSync(process.execPath)) return process.version;
  const shell = process.platform === 'win32';
  const result = spawnSync(binary, ['--version'], { encoding: 'utf8', shell });
  return result.error ? '' : result.stdout.trim();
}

/**
 * @param {string} what
 * @param {string} remedy
 * @returns {never}
 */
function fail(what, remedy) {
  console.error(`tamarack: ${what}\n          ${remedy}`);
  process.exit(1);
}

checkLockFile();
if (!isInstalled()) install();
checkNode();
