/**
 * The database as the program uses it: transactions under an actor. The connection's role cannot bypass row-level
 * security; each transaction says whose rows may be seen, and a transaction that says nothing sees none.
 */
import pg, { type Pool } from 'pg';
import type { Actor } from './actor.ts';
import { connectionsOf, type Connections } from './connections.ts';
import { gatheringSocket } from './gathering-socket.ts';
import { typesOfRows } from './row-types.ts';
import { type Kind, transactionOn } from './transaction.ts';
import { type Tx, txOn } from './tx.ts';

/** The role of the server: it owns nothing and row-level security holds for it. */
export const SERVER_ROLE = 'tamarack_server';

export type Database = {
  /** Reads in one snapshot. */
  readonly read: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Writes: commits what was granted, rolls back what was refused or thrown. */
  readonly write: <R extends { readonly ok: boolean }>(actor: Actor, work: (tx: Tx) => Promise<R>) => Promise<R>;
  readonly pool: Pool;
  readonly close: () => Promise<void>;
};

export type PoolOptions = {
  readonly url: string;
  readonly connections?: number;
  /** An idle connection that broke; the pool replaces it. */
  readonly onError?: (error: Error) => void;
};

/** Opens the pool. Nothing is connected yet; the first query does that. */
export function openDatabase({ url, connections = 10, onError }: PoolOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: typesOfRows,
    // Statements that do not wait for one another travel together.
    pipeline: true,
    stream: gatheringSocket,
    application_name: 'tamarack',
    // Compiling takes longer than any statement here; before PostgreSQL 18 a scan that a trigger forbids and still needs looks dear
    // enough to be compiled each time: seconds for a ticket.
    options: `-c role=${SERVER_ROLE} -c timezone=UTC -c jit=off -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s`,
    connectionTimeoutMillis: 10_000,
  });
  // A closed pool's last connections may still be ending when the database is stopped: nobody lost them.
  pool.on('error', (error) => pool.ending || onError?.(error));
  // A connection can break in the instant between the pool's hands and ours, where neither listens: that ended the server.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const connectionsFor = connectionsOf(pool);
  return {
    pool,
    read: (actor, work) => transact(connectionsFor(), 'reading', actor, work),
    write: (actor, work) => transact(connectionsFor(), 'writing', actor, work),
    close: () => pool.end(),
  };
}

async function transact<T>(
  connections: Connections,
  kind: Kind,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const waiting: (() => void)[] = [];
  const transaction = transactionOn(connections, kind, actor);
  try {
    const result = await work(txOn(transaction, actor, waiting));
    if (isRefused(result)) await transaction.rollBack();
    else {
      await transaction.commit();
      for (const act of waiting) act();
    }
    return result;
  } catch (error) {
    await connections.rollBack().catch(() => undefined);
    throw error;
  } finally {
    await connections.release();
  }
}

function isRefused(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}
