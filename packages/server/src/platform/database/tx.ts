/**
 * What stores and views are given: one transaction of one actor. Queries are written with the `sql` tag of
 * sql-template-tag, so that every value travels as a parameter.
 */
import type { Actor } from './actor.ts';
import type { Sql } from 'sql-template-tag';
import type { QueryResultRow } from 'pg';
import type { Transaction } from './transaction.ts';

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
  /**
   * As `prepared`, for a statement that, as a rule, is all that is read: it needs no transaction around it, and takes
   * its turn on a connection that others share. Whatever is asked after it all the same sees a snapshot of its own.
   */
  readonly alone: <Row extends QueryResultRow>(name: string, statement: Sql) => Promise<Row[]>;
  /** As `prepared`, for the last statement: the commit travels with it. Nothing is asked after it, and nothing refused any more. */
  readonly last: <Row extends QueryResultRow>(name: string, statement: Sql) => Promise<Row[]>;
  /** Sends a statement whose answer nobody needs: it travels with the next one, and what fails fails the transaction. */
  readonly send: (name: string, statement: Sql) => void;
  /** Called once the transaction is committed, and never otherwise: waking the watcher, live updates. */
  readonly afterCommit: (act: () => void) => void;
};

/** What works in a transaction is given; what waits for the commit is added to `waiting`. */
export function txOn({ ask, askAlone, askLast, send }: Transaction, actor: Actor, waiting: (() => void)[]): Tx {
  return {
    actor,
    rows: async <Row extends QueryResultRow>({ text, values }: Sql) => (await ask<Row>({ text, values })).rows,
    first: async <Row extends QueryResultRow>({ text, values }: Sql) => (await ask<Row>({ text, values })).rows[0],
    run: async ({ text, values }) => (await ask({ text, values })).rowCount ?? 0,
    prepared: async <Row extends QueryResultRow>(name: string, { text, values }: Sql) =>
      (await ask<Row>({ name, text, values })).rows,
    alone: async <Row extends QueryResultRow>(name: string, { text, values }: Sql) =>
      (await askAlone<Row>({ name, text, values })).rows,
    last: async <Row extends QueryResultRow>(name: string, { text, values }: Sql) =>
      (await askLast<Row>({ name, text, values })).rows,
    send: (name, { text, values }) => send({ name, text, values }),
    afterCommit: (act) => {
      waiting.push(act);
    },
  };
}
