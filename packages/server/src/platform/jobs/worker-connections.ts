/** The connections of graphile-worker: its own pool, in which it may give one back twice. */
import pg, { type Pool, type PoolClient, type PoolConfig } from 'pg';

type Connected = (error: Error | undefined, client: PoolClient | undefined, release: (error?: unknown) => void) => void;

/**
 * A pool for graphile-worker 0.18. A connection that breaks before it listens, while its run is being ended, it gives back once for
 * each of the two; where nobody hears that the second is an error, it ends the process.
 */
export function workerConnections(config: PoolConfig): Pool {
  const pool = new pg.Pool(config);
  const connect = pool.connect.bind(pool);
  const connectOnce = (connected?: Connected) => {
    if (!connected) return connect();
    connect((error, client, release) => {
      // A pool that has ended gives none, whatever its types say.
      let giveBack: typeof release | undefined = release;
      connected(error, client, (reason) => {
        giveBack?.(reason);
        giveBack = undefined;
      });
    });
    return undefined;
  };
  pool.connect = connectOnce as Pool['connect'];
  return pool;
}
