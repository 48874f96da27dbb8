/**
 * The tickets among which a list or a count chooses: all of them, or those that a search finds. Rows of words are read one by one where
 * they are not too many; for words that stand nearly everywhere PostgreSQL decides anew whether it walks through words or tickets.
 */
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import { readQuestion, type Question } from './read-question.ts';

/** As many take some 20 ms, and what is found is hardly ever more. */
const MOST_ROWS = 2000;
/** What is alike is guessed: nobody reads on for long. */
const MOST_ALIKE = 1000;

/** Parts of a statement that chooses among tickets `t`. */
export type Among = {
  readonly given: Sql;
  readonly tickets: Sql;
  readonly so: Sql;
  /** Whether there were more rows of words than were read: then this is no answer. */
  readonly isMany: Sql;
  /** Whether more is alike than was looked for. */
  readonly hasMore: Sql;
  /** In the order of an index of tickets, which it may follow. */
  readonly byTickets: boolean;
  readonly isPlannedAnew: boolean;
};

const ALL: Among = {
  ...{
    given: empty,
    tickets: raw('ticket t'),
    so: empty,
    isMany: raw('false'),
    hasMore: raw('false'),
    byTickets: true,
  },
  isPlannedAnew: false,
};

/** Asks among what the search finds; a second time where its words stand in very many tickets. */
export async function searched<T extends { readonly isMany: boolean }>(
  tx: Tx,
  search: string | undefined,
  ask: (among: Among) => Promise<T>,
): Promise<T> {
  if (search === undefined) return ask(ALL);
  const question = readQuestion(search);
  const { words, phrases, without } = question;
  const onlyLeavesOut = words === '' && phrases.length === 0 && without.length > 0;
  const answer = onlyLeavesOut ? undefined : await ask(byWords(question));
  return answer?.isMany === false ? answer : ask(await byTickets(tx, question));
}

/** Each by its key: told to choose, PostgreSQL read all tickets where these are few, and made the plan anew at each call. */
function byWords({ words, phrases, without }: Question): Among {
  return {
    given: sql`with hit as materialized (select * from search_tickets(${words}, ${phrases}::text[], ${without}::text[], ${raw(`${MOST_ROWS + 1}, ${MOST_ALIKE + 1}`)})),
      hits as materialized (select count(*) filter (where by_words) > ${raw(String(MOST_ROWS))} as are_many,
        count(*) filter (where not by_words) > ${raw(String(MOST_ALIKE))} as are_more from hit)`,
    tickets: sql`(select distinct account_id, id from hit where not (select are_many from hits)) found
      cross join lateral (select * from ticket where account_id = found.account_id and id = found.id offset 0) t`,
    so: empty,
    isMany: raw('(select are_many from hits)'),
    hasMore: raw('(select are_more from hits)'),
    byTickets: false,
    isPlannedAnew: false,
  };
}

/**
 * PostgreSQL decides by its statistics. While there are none, for a minute after a restoration, it takes every table for small, and
 * would read all words again for each ticket.
 */
async function byTickets(tx: Tx, { words, phrases, without }: Question): Promise<Among> {
  const row = await tx.first<{ wanted: string | null; unwanted: string | null }>(
    sql`select wanted_of(${words}, ${phrases}::text[])::text as wanted, unwanted_of(${without}::text[])::text as unwanted,
      set_config('enable_nestloop', (select min(reltuples) > 0 from pg_class where relname in ('ticket', 'ticket_words'))::text, true)`,
  );
  const stands = (query: string) =>
    sql`exists (select from ticket_words_in_scope w where w.owner_id = t.account_id and w.ticket_id = t.id and w.words @@ ${query}::tsquery)`;
  const wanted = row?.wanted ?? null;
  const unwanted = row?.unwanted ?? null;
  return {
    ...ALL,
    so: sql`${wanted === null ? empty : sql`and ${stands(wanted)}`} ${unwanted === null ? empty : sql`and not ${stands(unwanted)}`}`,
    isPlannedAnew: true,
  };
}
