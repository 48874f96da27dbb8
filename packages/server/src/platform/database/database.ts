/**
 * The database as the program uses it: transactions under an actor. The connection's role cannot bypass row-level
 * security; each transaction says whose rows may be seen, and a transaction that says nothing sees none.
 */
import pg, { type Pool, type PoolClient, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import type { Actor } from './actor.ts';
import { gatheringSocket } from './gathering-socket.ts';
import { typesOfRows } from './row-types.ts';
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
  return {
    pool,
    read: (actor, work) => withClient(pool, (client) => transact(client, READING, actor, work)),
    write: (actor, work) => withClient(pool, (client) => transact(client, WRITING, actor, work)),
    close: () => pool.end(),
  };
}

async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  const onError = () => {
    broken = true;
  };
  client.on('error', onError);
  try {
    return await work(client);
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

async function transact<T>(
  client: PoolClient,
  { begin, name, scope, mayGoOn }: Beginning,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const waiting: (() => void)[] = [];
  const unanswered: Promise<unknown>[] = [];
  const send = (promise: Promise<unknown>) => {
    // Its failure is thrown below, with the answer to the commit.
    promise.catch(() => undefined);
    unanswered.push(promise);
  };
  const transaction: { ending: Promise<QueryResult> | undefined } = { ending: undefined };
  const open = () => {
    // The first statements of the work travel with these. What is plain text pg writes at once, unless it is held.
    const { stream } = client.connection;
    stream.cork();
    send(client.query(begin));
    send(client.query({ name, text: scope, values: scopeOf(actor) }));
    stream.uncork();
    transaction.ending = undefined;
  };
  const ask = <Row extends QueryResultRow>(statement: QueryConfig) => {
    if (transaction.ending && !mayGoOn) throw new Error('The transaction has ended: nothing more is written in it.');
    if (transaction.ending) open();
    return client.query<Row>(statement);
  };
  const askLast = <Row extends QueryResultRow>(statement: QueryConfig) => {
    const answer = ask<Row>(statement);
    send((transaction.ending = client.query('commit')));
    return answer;
  };
  open();
  try {
    const result = await work(txOn({ ask, askAlone: mayGoOn ? askLast : ask, askLast, send }, actor, waiting));
    const keep = !isRefused(result);
    if (!keep && transaction.ending && !mayGoOn) throw new Error('What is committed already cannot be refused.');
    const ending = transaction.ending ?? client.query(keep ? 'commit' : 'rollback');
    const [ended] = await Promise.all([ending, ...unanswered]);
    // PostgreSQL answers ROLLBACK to the commit of a transaction in which a statement had failed.
    if (keep && ended.command !== 'COMMIT') throw new Error('The transaction had failed before it was committed.');
    if (keep) for (const act of waiting) act();
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw await causeOf(error, unanswered);
  }
}

/** What failed first: every statement behind one whose answer nobody waits for fails as well, and says nothing but that. */
async function causeOf(thrown: unknown, unanswered: readonly Promise<unknown>[]): Promise<unknown> {
  if (!(thrown instanceof pg.DatabaseError) || thrown.code !== IN_FAILED_TRANSACTION) return thrown;
  const settled = await Promise.allSettled(unanswered);
  const failed = settled.find((each) => each.status === 'rejected');
  return failed ? failed.reason : thrown;
}

function isRefused(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}

const IN_FAILED_TRANSACTION = '25P02';

type Beginning = {
  readonly begin: string;
  readonly name: string;
  readonly scope: string;
  /** Whether something may be asked after its last statement: in a snapshot of its own. */
  readonly mayGoOn: boolean;
};

/** The settings that the policies read. */
const SCOPE = `set_config('tamarack.accounts', $1, true), set_config('tamarack.side', $2, true), set_config('tamarack.person', $3, true)`;
const READING: Beginning = {
  begin: 'begin read only isolation level repeatable read',
  name: 'scope',
  scope: `select ${SCOPE}`,
  mayGoOn: true,
};
/** What writes reads by keys: plans that are made once are right, and making them anew takes longer than running them. */
const WRITING: Beginning = {
  begin: 'begin',
  name: 'scope-of-writing',
  scope: `select ${SCOPE}, set_config('plan_cache_mode', 'force_generic_plan', true)`,
  mayGoOn: false,
};

function scopeOf({ accounts, side, personId }: Actor): string[] {
  return [accounts === 'all' ? 'all' : `{${accounts.join(',')}}`, side, personId ?? ''];
}
