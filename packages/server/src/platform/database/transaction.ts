/** A transaction of one actor, which begins with its first statement and may end with its last one: each travels with another. */
import { DatabaseError, type QueryResult, type QueryResultRow } from 'pg';
import type { Actor } from './actor.ts';
import type { Connections } from './connections.ts';
import { sendTogether, type Statement } from './sent-together.ts';

type Asking = <Row extends QueryResultRow>(statement: Statement) => Promise<QueryResult<Row>>;
export type Transaction = {
  readonly ask: Asking;
  /** As `ask`, for a statement after which as a rule nothing is asked. */
  readonly askAlone: Asking;
  /** As `ask`, with the commit. */
  readonly askLast: Asking;
  /** Whatever it answers: it travels with the next statement, and what fails of it fails that one. */
  readonly send: (statement: Statement) => void;
  readonly commit: () => Promise<void>;
  readonly rollBack: () => Promise<void>;
};

export type Kind = 'reading' | 'writing';

/** The settings that the policies read. */
const SCOPE = `set_config('tamarack.accounts', $1, true), set_config('tamarack.side', $2, true), set_config('tamarack.person', $3, true)`;
const STATEMENTS = {
  reading: {
    begin: { name: 'begin-reading', text: 'begin isolation level repeatable read' },
    // Not with the begin: a statement alone needs none.
    scope: { name: 'scope', text: `select ${SCOPE}, set_config('transaction_read_only', 'on', true)` },
  },
  writing: {
    begin: { name: 'begin-writing', text: 'begin' },
    // What writes reads by keys: plans that are made once are right, and making them anew takes longer than running them.
    scope: {
      name: 'scope-of-writing',
      text: `select ${SCOPE}, set_config('plan_cache_mode', 'force_generic_plan', true)`,
    },
  },
} as const satisfies Record<Kind, Record<'begin' | 'scope', Statement>>;
const UNKNOWN_STATEMENT = '26000';
const COMMIT: Statement = { name: 'commit', text: 'commit' };

/** One that reads may go on after its last statement, in a snapshot of its own; one that writes may not. */
export function transactionOn(connections: Connections, kind: Kind, actor: Actor): Transaction {
  const { begin, scope } = STATEMENTS[kind];
  const whose: Statement = { ...scope, values: scopeOf(actor) };
  let held: Statement[] = [];
  let isOpen = false;
  let isOver = false;
  const together = async <Row extends QueryResultRow>(statement: Statement, ...after: readonly Statement[]) => {
    if (isOver) throw new Error('The transaction has ended: nothing more is written in it.');
    const before = isOpen ? held : [begin, whose, ...held];
    held = [];
    isOpen = after.length === 0;
    isOver = !isOpen && kind === 'writing';
    return sendTogether<Row>(await connections.own(), [...before, statement, ...after], before.length);
  };
  const ask: Asking = (statement) => together(statement);
  const askLast: Asking = (statement) => together(statement, COMMIT);
  const askAlone: Asking = async (statement) => {
    if (isOpen || held.length > 0) return askLast(statement);
    try {
      return await connections.shared((client) => sendTogether(client, [whose, statement], 1));
    } catch (error) {
      // Whoever stood in front was to prepare it, and failed before.
      if (error instanceof DatabaseError && error.code === UNKNOWN_STATEMENT) return askLast(statement);
      throw error;
    }
  };
  return {
    ask,
    askAlone: kind === 'reading' ? askAlone : ask,
    askLast,
    send: (statement) => {
      if (isOver) throw new Error('The transaction has ended: nothing more is written in it.');
      held.push(statement);
    },
    commit: async () => {
      if (!isOpen && held.length === 0) return;
      const { command } = await together(COMMIT);
      isOpen = false;
      // PostgreSQL answers ROLLBACK to the commit of a transaction in which a statement had failed.
      if (command !== 'COMMIT') throw new Error('The transaction had failed before it was committed.');
    },
    rollBack: async () => {
      if (isOver) throw new Error('What is committed already cannot be refused.');
      if (isOpen) await connections.rollBack();
    },
  };
}

function scopeOf({ accounts, side, personId }: Actor): string[] {
  return [accounts === 'all' ? 'all' : `{${accounts.join(',')}}`, side, personId ?? ''];
}
