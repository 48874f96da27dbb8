/** Which connections of the pool a transaction uses: one of its own, or for one statement its turn on one that is shared. */
import type { Pool, PoolClient } from 'pg';

export type Connections = {
  /** The same one until `release`. Rejects, as `shared` does, where there is none to be had. */
  readonly own: () => Promise<PoolClient>;
  /** For what is a transaction by itself: it stands in line with whoever asks at the same time. */
  readonly shared: <T>(ask: (client: PoolClient) => Promise<T>) => Promise<T>;
  /** Takes back what was begun on its own connection, if it has one. */
  readonly rollBack: () => Promise<void>;
  readonly release: () => Promise<void>;
};

/**
 * A connection on which statements wait for one another in PostgreSQL: it has the next as soon as it answered one, and one of its
 * processes works where eight would wake in turns.
 */
type Line = { readonly client: Promise<PoolClient>; waiting: number; movedAt: number };

/** So many stand in one line at most; one more opens another. */
const LONGEST = 8;
/** A line in which nothing moved for so many milliseconds has something slow in front: nobody joins it any more. */
const STANDS_STILL = 2;

/** Gives what one transaction uses. */
export function connectionsOf(pool: Pool): () => Connections {
  let last: Line | undefined;
  const lineToJoin = () => {
    const now = performance.now();
    if (!last || last.waiting >= LONGEST || now - last.movedAt > STANDS_STILL)
      last = { client: pool.connect(), waiting: 0, movedAt: now };
    return last;
  };
  const inLine: Connections['shared'] = async (ask) => {
    const line = lineToJoin();
    line.waiting += 1;
    try {
      return await ask(await line.client);
    } finally {
      line.waiting -= 1;
      line.movedAt = performance.now();
      if (line.waiting === 0) {
        if (last === line) last = undefined;
        await releaseOf(line.client);
      }
    }
  };
  return () => {
    let mine: Promise<PoolClient> | undefined;
    const own = () => (mine ??= pool.connect());
    return {
      // Whoever has a connection must not wait for another one: all might.
      shared: async (ask) => (mine ? ask(await own()) : inLine(ask)),
      own,
      rollBack: async () => {
        if (mine) await (await mine).query('rollback');
      },
      release: async () => mine && releaseOf(mine),
    };
  };
}

/** A lost one is thrown away by the pool. Where there was none, whoever asked for it has heard why. */
async function releaseOf(client: Promise<PoolClient>): Promise<void> {
  const [settled] = await Promise.allSettled([client]);
  if (settled.status === 'fulfilled') settled.value.release();
}
