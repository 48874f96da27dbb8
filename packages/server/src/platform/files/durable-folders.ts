import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes the disk keep a folder's names. A file that is synced itself can still be lost with its name when the power goes,
 * for the name belongs to the folder (fsync(2)).
 */
export async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, 'r');
  await folder.sync();
}

/** Makes a folder and whatever is missing above it; each is on the disk when this returns. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Gives a synced file its final name, in a folder that is made if need be, replacing what bore it. */
export async function moveDurably(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await makeFolder(folder);
  await rename(from, to);
  await syncFolder(folder);
  // Another process may have made the folder a moment ago and not synced it yet; this file's name hangs on it as well.
  await syncFolder(dirname(folder));
}
