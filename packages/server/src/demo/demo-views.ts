/** What the demonstration asks the ledger: what was opened, how it stands, and when something changes by itself. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** A row of the ledger; instants in epoch seconds. */
export type OwedRow = {
  readonly id: string;
  readonly contractId: string;
  readonly termsId: string;
  readonly promise: string;
  readonly form: string;
  readonly side: 'provider' | 'customer';
  readonly role: string;
  readonly subjectId: string;
  readonly cycle: number;
  readonly turn: number;
  readonly state: string;
  readonly openedAt: number;
  readonly dueAt: number | null;
};

/** Rows that came after this one: ids are in the order of time. */
export function rowsAfter(tx: Tx, accountId: string, lastId: string): Promise<OwedRow[]> {
  return tx.prepared<OwedRow>(
    'demo-rows',
    sql`select id, contract_id as "contractId", terms_id as "termsId", promise, form, side, role, subject_id as "subjectId", cycle, turn, state,
        extract(epoch from opened_at)::bigint as "openedAt", extract(epoch from due_at)::bigint as "dueAt"
      from obligation where account_id = ${accountId} and id > ${lastId} order by id`,
  );
}

export async function stateOf(tx: Tx, accountId: string, obligationId: string): Promise<string | undefined> {
  const [row] = await tx.prepared<{ state: string }>(
    'demo-state',
    sql`select state from obligation where account_id = ${accountId} and id = ${obligationId}`,
  );
  return row?.state;
}

/** The last thing that ended or reopened it: "incident.closed"; undefined where nothing did. */
export async function lastTurnOf(tx: Tx, accountId: string, subjectId: string): Promise<string | undefined> {
  const [row] = await tx.prepared<{ fact: string }>(
    'demo-turn',
    sql`select fact from journal where account_id = ${accountId} and subject_id = ${subjectId}
        and split_part(fact, '.', 2) in ('resolved', 'closed', 'declined', 'merged', 'reopened') order by at desc, position desc limit 1`,
  );
  return row?.fact;
}

/** How the demonstration of this installation stands; undefined where none was ever begun. */
export async function markOf(tx: Tx): Promise<string | undefined> {
  const row = await tx.first<{ state: string | null }>(
    sql`select value ->> 'state' as state from setting where name = 'demo'`,
  );
  return row?.state ?? undefined;
}

/** Figures of what was made. */
export async function figuresOf(tx: Tx): Promise<DemoFigures> {
  const row = await tx.first<
    Omit<DemoFigures, 'obligations'>
  >(sql`select (select count(*)::int from account) as accounts,
    (select count(*)::int from person) as people, (select count(*)::int from journal) as facts,
    (select count(*)::int from ticket) as tickets, (select count(*)::int from ticket_message) as messages,
    (select count(*)::int from waiver) as waivers, (select count(*)::int from file) as files`);
  const states = await tx.rows<{ state: string; rows: number }>(
    sql`select state, count(*)::int as rows from obligation group by state order by state`,
  );
  const obligations = Object.fromEntries(states.map(({ state, rows }) => [state, rows]));
  return { accounts: 0, people: 0, facts: 0, tickets: 0, messages: 0, waivers: 0, files: 0, ...row, obligations };
}

export type DemoFigures = {
  readonly accounts: number;
  readonly people: number;
  readonly facts: number;
  readonly tickets: number;
  readonly messages: number;
  readonly waivers: number;
  readonly files: number;
  /** By state. */
  readonly obligations: Readonly<Record<string, number>>;
};

export async function personOfEmail(tx: Tx, email: string): Promise<string | undefined> {
  return (await tx.first<{ id: string }>(sql`select id from person where email = ${email}`))?.id;
}
