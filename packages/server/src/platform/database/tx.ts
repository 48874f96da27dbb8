/**
 * What stores and views are given: one transaction of one actor. Queries are written with the `sql` tag of
 * sql-template-tag, so that every value travels as a parameter.
 */
import type { Actor } from './actor.ts';
import type { Sql } from 'sql-template-tag';
import type { PoolClient, QueryResultRow } from 'pg';

export type Tx = {
  /** On whose behalf. */
  readonly actor: Actor;
  /** All rows. The type of a row is a claim about the statement, which its tests hold. */
  readonly rows: <Row extends QueryResultRow>(statement: Sql) => Promise<Row[]>;
  /** The first row, if there is one. */
  readonly first: <Row extends QueryResultRow>(statement: Sql) => Promise<Row | undefined>;
  /** How many rows were written. */
  readonly run: (statement: Sql) => Promise<number>;
  /** As `rows`, prepared once a connection under this name: for the statements of hot ways. */
  readonly prepared: <Row extends QueryResultRow>(name: string, statement: Sql) => Promise<Row[]>;
  /** Sends a statement whose answer nobody needs: it travels with the next one, and what fails fails the transaction. */
  readonly send: (name: string, statement: Sql) => void;
  /** Called once the transaction is committed, and never otherwise: waking the watcher, live updates. */
  readonly afterCommit: (act: () => void) => void;
};

/** A transaction on this connection; what waits for the commit is added to `waiting`. */
export function txOn(
  client: PoolClient,
  actor: Actor,
  waiting: (() => void)[],
  send: (promise: Promise<unknown>) => void,
): Tx {
  return {
    actor,
    rows: async <Row extends QueryResultRow>(statement: Sql) =>
      (await client.query<Row>({ text: statement.text, values: statement.values })).rows,
    first: async <Row extends QueryResultRow>(statement: Sql) =>
      (await client.query<Row>({ text: statement.text, values: statement.values })).rows[0],
    run: async (statement) => (await client.query({ text: statement.text, values: statement.values })).rowCount ?? 0,
    prepared: async <Row extends QueryResultRow>(name: string, statement: Sql) =>
      (await client.query<Row>({ name, text: statement.text, values: statement.values })).rows,
    send: (name, { text, values }) => send(client.query({ name, text, values })),
    afterCommit: (act) => {
      waiting.push(act);
    },
  };
}
