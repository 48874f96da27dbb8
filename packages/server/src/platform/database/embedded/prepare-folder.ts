import { chmod, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { give } from './give.ts';
import { firstClosed, identityFor, isOther, type Identity } from './identity.ts';
import { refuseEmbedded, type EmbeddedResult } from './embedded-refusals.ts';
import { HOLDER_LOCK } from './holder.ts';
import { layoutOf, type Layout } from './layout.ts';

export type Prepared = { readonly layout: Layout; readonly identity: Identity };

/** Makes the folder (0700, owned by whoever runs PostgreSQL) and says under which user PostgreSQL is to run. */
export async function prepareFolder(folder: string): Promise<EmbeddedResult<Prepared>> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  const layout = layoutOf(await realpath(folder));
  const identity = await identityFor(layout.data);
  const foreign = (await otherContent(layout)) ?? (await foreignOwner(layout, identity));
  if (foreign !== undefined) {
    return refuseEmbedded('database.start-failed', foreign);
  }
  if (isOther(identity)) {
    await openParents(made, layout.folder);
    await give(layout.folder, identity);
  }
  await chmod(layout.folder, 0o700);
  const closed = await firstClosed(layout.folder, identity);
  if (closed !== undefined) {
    return refuseEmbedded(
      'database.unreachable-folder',
      `PostgreSQL is to run as user ${identity.uid}, who cannot enter ${closed}, and so not the data folder ${layout.folder}.`,
    );
  }
  return { ok: true, value: { layout, identity } };
}

/** The folder is about to be closed to others and perhaps given away: it must be ours. The lock is the first file in it. */
async function otherContent(layout: Layout): Promise<string | undefined> {
  const names = await readdir(layout.folder);
  const isOurs = names.length === 0 || names.includes(HOLDER_LOCK);
  return isOurs ? undefined : `The folder ${layout.folder} is neither empty nor made by Tamarack.`;
}

async function foreignOwner(layout: Layout, identity: Identity): Promise<string | undefined> {
  for (const path of [layout.folder, layout.data]) {
    const owner = await stat(path).catch(() => undefined);
    const isForeign = owner !== undefined && owner.uid !== identity.uid && process.getuid?.() !== 0;
    if (isForeign) {
      return `The folder ${path} belongs to user ${owner.uid}; only that user or root can start PostgreSQL from it.`;
    }
  }
  return undefined;
}

/** Folders that this very call has made above the last one may be passed by others: PostgreSQL has to get through. */
async function openParents(made: string | undefined, folder: string): Promise<void> {
  if (made === undefined) {
    return;
  }
  const top = await realpath(made);
  for (let path = dirname(folder); path.length >= top.length; path = dirname(path)) {
    await chmod(path, 0o711);
  }
}
