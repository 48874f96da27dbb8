import { lchown, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Identity } from './identity.ts';

/** Gives a tree to `identity`: links themselves, and not what they point to. */
export async function giveTree(path: string, identity: Identity): Promise<void> {
  await lchown(path, identity.uid, identity.gid);
  for (const entry of await readdir(path, { recursive: true })) {
    await lchown(join(path, entry), identity.uid, identity.gid);
  }
}
