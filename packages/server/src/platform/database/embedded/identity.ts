import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The user under which initdb and postgres run. */
export type Identity = { readonly uid: number; readonly gid: number };

/** Under macOS nobody has the number -2, which Node cannot spawn. */
const UNPRIVILEGED = process.platform === 'darwin' ? 'daemon' : 'nobody';
const NOBODY: Identity = { uid: 65_534, gid: 65_534 };

/**
 * Who runs PostgreSQL, which refuses root: this process's own user, or, under root, whoever owns the cluster
 * already and otherwise the system's unprivileged user (initdb wants a passwd entry, so no made-up number will do).
 */
export async function identityFor(data: string): Promise<Identity> {
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (own.uid !== 0) {
    return own;
  }
  const owner = await stat(data).catch(() => undefined);
  return owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : unprivileged();
}

/** Whether PostgreSQL runs under another user than this process. */
export function isOther(identity: Identity): boolean {
  return identity.uid !== process.getuid?.();
}

/** How a program is spawned as `identity`: without a word where that is our own user, as a sandbox may refuse setuid and setgid. */
export function spawnedAs(identity: Identity): Partial<Identity> {
  return isOther(identity) ? identity : {};
}

async function unprivileged(): Promise<Identity> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = new RegExp(`^${UNPRIVILEGED}:[^:]*:(\\d+):(\\d+):`, 'm').exec(users) ?? [];
  return uid === undefined || gid === undefined ? NOBODY : { uid: Number(uid), gid: Number(gid) };
}

/**
 * The first folder on the way to `path`, or `path` itself, that `identity` may not pass or read, by the classic
 * permission bits. Access lists are not looked at.
 */
export async function firstClosed(path: string, identity: Identity): Promise<string | undefined> {
  const parent = dirname(path);
  const above = parent === path ? undefined : await firstClosed(parent, identity);
  if (above !== undefined) {
    return above;
  }
  const { mode, uid, gid, isDirectory } = await described(path);
  const bits = uid === identity.uid ? mode >> 6 : gid === identity.gid ? mode >> 3 : mode;
  const needed = isDirectory ? 0o1 : mode & 0o100 ? 0o5 : 0o4;
  return (bits & needed) === needed ? undefined : path;
}

async function described(path: string) {
  const found = await stat(path);
  return { mode: found.mode, uid: found.uid, gid: found.gid, isDirectory: found.isDirectory() };
}
