import { Client, DatabaseError } from 'pg';
import { OWNER } from './cluster.ts';
import { SOCKET_PORT } from './socket-folder.ts';

const DATABASE = 'tamarack';
const UNKNOWN_DATABASE = '3D000';

/** The connection string for `pg` and libpq. PGPORT and PGSSLMODE of the environment do not bend it. */
export function urlOf(socketFolder: string, database = DATABASE): string {
  return `postgresql://${OWNER}@/${database}?host=${encodeURIComponent(socketFolder)}&port=${SOCKET_PORT}&sslmode=disable`;
}

/** Sees to it that the database `tamarack` exists and that its text indexes were sorted by the ICU that now runs. */
export async function ensureDatabase(socketFolder: string, log: (line: string) => void): Promise<void> {
  try {
    await withClient(urlOf(socketFolder), (client) => renewCollation(client, log));
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === UNKNOWN_DATABASE)) {
      throw error;
    }
    await withClient(urlOf(socketFolder, 'postgres'), (client) => client.query(`CREATE DATABASE ${DATABASE}`));
  }
}

/**
 * New binaries may bring a new ICU, which sorts some strings otherwise: an index sorted by the old one would lose rows and
 * let doubles in. PostgreSQL only warns; here the indexes are built again.
 */
async function renewCollation(client: Client, log: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ was: string; now: string }>(
    `SELECT datcollversion AS was, pg_database_collation_actual_version(oid) AS now FROM pg_database
     WHERE datname = current_database() AND datcollversion IS DISTINCT FROM pg_database_collation_actual_version(oid)`,
  );
  const [changed] = rows;
  if (changed !== undefined) {
    log(`building all indexes again: text is sorted by ICU collation ${changed.now}, no longer ${changed.was}`);
    await client.query(`REINDEX DATABASE ${DATABASE}`);
    await client.query(`ALTER DATABASE ${DATABASE} REFRESH COLLATION VERSION`);
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // PostgreSQL may die meanwhile; the query then fails by itself, and an unheard error event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
