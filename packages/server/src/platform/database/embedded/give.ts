/**
 * Makes `identity` the owner of what PostgreSQL needs. Where that is this process's own user nothing is asked of the system:
 * a sandbox (deploy/tamarack.service) refuses chown even where it would change nothing.
 */
import { lchown, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOther, type Identity } from './identity.ts';

/** One file or folder, and nothing below it. */
export async function give(path: string, identity: Identity): Promise<void> {
  if (isOther(identity)) await lchown(path, identity.uid, identity.gid);
}

/** A whole tree: links themselves, and not what they point to. */
export async function giveTree(path: string, identity: Identity): Promise<void> {
  await give(path, identity);
  for (const entry of await readdir(path, { recursive: true })) {
    await give(join(path, entry), identity);
  }
}
