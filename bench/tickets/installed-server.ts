/** A PostgreSQL server of its own beside the embedded one, where the machine has PostgreSQL installed. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { identityFor, spawnedAs } from '../../packages/server/src/platform/database/embedded/identity.ts';

export type InstalledServer = {
  readonly url: string;
  readonly says: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/** A quarter of the memory is what the manual advises; this is what a small server has of it. */
const SHARED_BUFFERS = '1GB';

/** In an empty folder that others may pass; undefined where no PostgreSQL 15 or newer is installed. */
export async function startInstalledServer(folder: string): Promise<InstalledServer | undefined> {
  const [programs] = globSync('/usr/lib/postgresql/{15,16,17,18,19}/bin').toSorted().toReversed();
  if (programs === undefined) return undefined;
  const data = join(folder, 'data');
  const user = spawnedAs(await identityFor(data));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const options = { ...user, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' } };
  const cluster = [
    '-D',
    data,
    '--username=owner',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=und',
  ];
  const made = spawnSync(join(programs, 'initdb'), cluster, { ...options, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const settings = ['listen_addresses=', `shared_buffers=${SHARED_BUFFERS}`].flatMap((setting) => ['-c', setting]);
  const child = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-p', '5432', ...settings], {
    ...options,
    stdio: 'ignore',
  });
  const version = spawnSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout;
  const urlOf = (database: string) =>
    `postgresql://owner@/${database}?host=${encodeURIComponent(folder)}&port=5432&sslmode=disable`;
  await createDatabase(child, urlOf('postgres'));
  return {
    url: urlOf('tamarack'),
    says: `a server of PostgreSQL ${/[\d.]+/.exec(version)?.[0]} with shared_buffers ${SHARED_BUFFERS}`,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

/** As soon as it answers. */
async function createDatabase(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('PostgreSQL ended.');
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('create database tamarack');
      return;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === '42P04') return;
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
