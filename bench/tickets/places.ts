/** Where the database of `tamarack serve` is: in its own data folder, or on a PostgreSQL server. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { urlOfRunning } from '../../packages/server/src/platform/database/embedded/running-url.ts';
import { startEmbedded } from '../../packages/server/src/platform/database/embedded/start-embedded.ts';
import { startInstalledServer } from './installed-server.ts';

export type Place = {
  readonly says: string;
  /** For what is done while nothing is served. */
  readonly open: () => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
  /** What `tamarack serve` is told. */
  readonly environment: Readonly<Record<string, string>>;
  /** The owner's connection string while it is served. */
  readonly servedUrl: () => Promise<string>;
  /** The postmaster. */
  readonly databasePid: () => number;
  readonly stop: () => Promise<void>;
};

/** The embedded PostgreSQL, which the server brings. */
export function embeddedPlace(): Promise<Place> {
  const data = passableFolder();
  const folder = join(data, 'database');
  return Promise.resolve({
    says: 'the embedded PostgreSQL 18',
    open: async () => {
      const started = await startEmbedded({ folder });
      if (!started.ok) throw new Error(started.refusal.sentence);
      return { url: started.value.url, close: started.value.stop };
    },
    environment: { TAMARACK_DATA: data },
    servedUrl: () => urlOfRunning(folder),
    databasePid: () => Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
    stop: () => Promise.resolve(rmSync(data, { recursive: true, force: true })),
  });
}

/** A PostgreSQL server; undefined where none is installed. */
export async function serverPlace(): Promise<Place | undefined> {
  const data = passableFolder();
  const folder = join(data, 'server');
  mkdirSync(folder, { mode: 0o755 });
  const server = await startInstalledServer(folder);
  if (!server) return undefined;
  const { url, says, pid } = server;
  return {
    says,
    open: () => Promise.resolve({ url, close: () => Promise.resolve() }),
    environment: { TAMARACK_DATA: data, DATABASE_URL: url },
    servedUrl: () => Promise.resolve(url),
    databasePid: () => pid,
    stop: async () => {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL runs as another user under root. */
function passableFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tamarack-bench-'));
  chmodSync(made, 0o755);
  return made;
}
