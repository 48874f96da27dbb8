import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseEmbedded, type EmbeddedResult } from './embedded-refusals.ts';
import { give } from './give.ts';
import type { Identity } from './identity.ts';
import type { Layout } from './layout.ts';

/** The port is a part of the socket's file name and nothing else: PostgreSQL listens on no network. */
export const SOCKET_PORT = 5432;
export const SOCKET_FILE = `.s.PGSQL.${SOCKET_PORT}`;

/** `sun_path` holds 108 bytes with its NUL on Linux and 104 on macOS; the shorter counts for both. */
const LONGEST_SOCKET_PATH = 103;

/** Makes the folder of the socket, which only the user of PostgreSQL (and root) can enter: that is what guards the trust inside. */
export async function prepareSocketFolder(layout: Layout, identity: Identity): Promise<EmbeddedResult<undefined>> {
  const folder = socketFolderOf(layout);
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    (error: unknown) => (isThere(error) ? false : Promise.reject(error as Error)),
  );
  const found = await lstat(folder);
  // In a shared temporary folder somebody else may have made the name first, to read along.
  const isOurs = made || found.uid === identity.uid || found.uid === process.getuid?.();
  if (!found.isDirectory() || !isOurs) {
    return refuseEmbedded(
      'database.start-failed',
      `The folder ${folder} for the socket belongs to somebody else (user ${found.uid}).`,
    );
  }
  await chmod(folder, 0o700);
  await give(folder, identity);
  return { ok: true, value: undefined };
}

/** Leaves nothing in a temporary folder. A folder that will not go is harmless: the next start takes it again. */
export async function removeSocketFolder(layout: Layout): Promise<void> {
  const folder = socketFolderOf(layout);
  if (folder !== layout.socket) {
    await rmdir(folder).catch(() => undefined);
  }
}

/** Beside the data, or below the temporary folder where the path would be too long for a socket. */
export function socketFolderOf(layout: Layout): string {
  if (Buffer.byteLength(join(layout.socket, SOCKET_FILE)) <= LONGEST_SOCKET_PATH) {
    return layout.socket;
  }
  return join(tmpdir(), `tamarack-${createHash('sha256').update(layout.folder).digest('hex').slice(0, 16)}`);
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
