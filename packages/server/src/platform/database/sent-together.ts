/**
 * Statements that PostgreSQL gets, runs and answers as one. pg asks for an answer to each statement by itself (a Sync), and for each
 * both sides call their kernels once more and wake the other: for a transaction that is little more than its begin, whose it is and
 * its commit, half of what it costs. With no `begin` among them they are a transaction of their own (PostgreSQL's manual, "Pipelining").
 */
import pg, {
  type Connection,
  type PoolClient,
  type QueryConfig,
  type QueryResult,
  type QueryResultRow,
  type Submittable,
} from 'pg';

/** One with a name is prepared once a connection, one without each time anew. */
export type Statement = QueryConfig & { readonly text: string };

/** Sends all of them and gives what the `asked`-th answers. What fails in any of them fails that answer, and what is behind is not run. */
export function sendTogether<Row extends QueryResultRow>(
  client: PoolClient,
  statements: readonly Statement[],
  asked: number,
): Promise<QueryResult<Row>> {
  const { promise, resolve, reject } = Promise.withResolvers<QueryResult<Row>>();
  client.query(
    new Together(statements, asked, (error, result) => (error ? reject(error) : resolve(result as QueryResult<Row>))),
  );
  return promise;
}

declare module 'pg' {
  /** What is prepared, by name. */
  interface Connection {
    readonly parsedStatements: Record<string, string>;
    readonly submittedNamedStatements: Record<string, string>;
  }
}

type Callback = (error: Error | null | undefined, result: unknown) => void;

/** pg's own query (pg/lib/query.js), with the parts that its types leave out. */
interface OneQuery extends Submittable {
  name: string;
  text: string;
  values: unknown[];
  submit(connection: Connection): Error | null;
  prepare(connection: Connection): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
}
const Query = pg.Query as unknown as new (
  config: QueryConfig & { queryMode: 'extended' },
  callback: Callback,
) => OneQuery;

/** To pg one query, whose name and text are those of the statement that is written, or answered, just now. */
class Together extends Query {
  readonly #statements: readonly Statement[];
  readonly #asked: number;
  #turn = 0;
  #failed = false;

  constructor(statements: readonly Statement[], asked: number, callback: Callback) {
    super({ ...(statements[asked] as Statement), queryMode: 'extended' }, callback);
    this.#statements = statements;
    this.#asked = asked;
  }

  override submit(connection: Connection): Error | null {
    const { parsedStatements, submittedNamedStatements } = connection;
    for (const { name = '', text } of this.#statements) {
      const known = parsedStatements[name] ?? submittedNamedStatements[name] ?? text;
      if (known !== text) return new Error(`Two statements are called ${name}.`);
    }
    return super.submit(connection);
  }

  override prepare(connection: Connection): void {
    for (const turn of this.#statements.keys()) {
      this.#goTo(turn);
      super.prepare(connection);
      // Its values cannot be sent: pg has said so, and ended it. What is behind would be run without it.
      if (this.#failed) return;
    }
    connection.sync();
    this.#goTo(0);
  }

  /** Where pg would ask for an answer. */
  _getRows(connection: Connection): void {
    connection.execute({ portal: '' }, false);
  }

  override handleRowDescription(message: unknown): void {
    if (this.#turn === this.#asked) super.handleRowDescription(message);
  }

  override handleDataRow(message: unknown): void {
    if (this.#turn === this.#asked) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.#turn === this.#asked) super.handleCommandComplete(message, connection);
    if (this.#turn + 1 < this.#statements.length) this.#goTo(this.#turn + 1);
  }

  override handleError(error: Error, connection: Connection): void {
    this.#failed = true;
    // What was to be prepared behind it never was.
    for (const { name = '' } of this.#statements.slice(this.#turn)) delete connection.submittedNamedStatements[name];
    super.handleError(error, connection);
  }

  #goTo(turn: number): void {
    const { name = '', text, values = [] } = this.#statements[turn] as Statement;
    this.#turn = turn;
    this.name = name;
    this.text = text;
    this.values = values;
  }
}
