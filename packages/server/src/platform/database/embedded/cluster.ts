import { execFile } from 'node:child_process';
import { chmod, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { refuseEmbedded, type EmbeddedResult } from './embedded-refusals.ts';
import { spawnedAs, type Identity } from './identity.ts';
import type { Layout } from './layout.ts';
import { giveTree } from './give.ts';

const run = promisify(execFile);

/** The superuser of the cluster, who owns the migrations. The server's own role is made by them. */
export const OWNER = 'owner';

/** Nothing of the operator's environment: PGPORT, PGDATA, LC_ALL and others would change the cluster. */
export const CLEAN_ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const;

/**
 * Sorting by Unicode's root collation whatever the machine's locale, text in UTF-8, and pages with checksums, so that a
 * rotten disk is told and not served. It syncs: a power cut after the first start must not lose the cluster.
 */
const INITDB_OPTIONS = [
  `--username=${OWNER}`,
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=und',
  '--data-checksums',
  '--no-instructions',
];

/** Sees to it that a complete cluster of the binaries' major version lies in `layout.data`. The folder is held. */
export async function ensureCluster(
  layout: Layout,
  binaries: Binaries,
  identity: Identity,
): Promise<EmbeddedResult<undefined>> {
  const version = await readFile(join(layout.data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    return createCluster(layout, binaries, identity);
  }
  if (Number(version) !== binaries.major) {
    return refuseEmbedded(
      'database.other-version',
      `The folder ${layout.data} was made by PostgreSQL ${version.trim()}; this Tamarack brings PostgreSQL ${binaries.major}.`,
    );
  }
  await mendOwner(layout, identity);
  return { ok: true, value: undefined };
}

async function createCluster(
  layout: Layout,
  binaries: Binaries,
  identity: Identity,
): Promise<EmbeddedResult<undefined>> {
  await rm(layout.unfinished, { recursive: true, force: true });
  try {
    const options = { ...spawnedAs(identity), cwd: layout.folder, env: CLEAN_ENVIRONMENT };
    await run(binaries.initdb, ['-D', layout.unfinished, ...INITDB_OPTIONS], options);
  } catch (error) {
    return refusedInitdb(error, binaries);
  }
  await rename(layout.unfinished, layout.data);
  const folder = await open(layout.folder);
  await folder.sync();
  await folder.close();
  return { ok: true, value: undefined };
}

function refusedInitdb(error: unknown, binaries: Binaries): EmbeddedResult<undefined> {
  const { code, stderr } = error as { code?: unknown; stderr?: string };
  // The program is there, so it is its loader that is not: a system without glibc, such as Alpine.
  if (code === 'ENOENT') {
    return refuseEmbedded('database.no-binaries', `This system cannot run ${binaries.initdb}; it needs glibc.`);
  }
  return refuseEmbedded('database.start-failed', `initdb failed: ${(stderr ?? String(error)).trim()}`);
}

/** A folder that root has copied or restored belongs to root, and PostgreSQL would refuse it. */
async function mendOwner(layout: Layout, identity: Identity): Promise<void> {
  if ((await stat(layout.data)).uid !== identity.uid) {
    await giveTree(layout.folder, identity);
  }
  await chmod(layout.data, 0o700);
}
