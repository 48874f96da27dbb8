/** Connections for a library that writes its own SQL: as the server's role, so that it is held to the same grants. */
import pg, { type Pool } from 'pg';
import { SERVER_ROLE } from './database.ts';

const { builtins } = pg.types;
export type LibraryPool = Pool;

/** It sees every account; 64-bit numbers come back as numbers, instants as JavaScript's dates. */
export function openLibraryPool(url: string, name: string, onError: (error: Error) => void): LibraryPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: `tamarack-${name}`,
    options: `-c role=${SERVER_ROLE} -c timezone=UTC -c statement_timeout=30s -c tamarack.accounts=all -c tamarack.side=provider`,
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: (oid, format): unknown => (oid === builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  pool.on('error', onError);
  // As in database.ts: a connection may break while it changes hands.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
