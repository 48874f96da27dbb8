/** What the ledger is recomputed from, in as few questions as possible. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { FactsWanted } from './facts-wanted.ts';
import type { JournalFact } from './clocks-of-unit.ts';
import type { StoredRow } from './ledger-row.ts';
import type { Unit } from './unit.ts';

/** Facts in the order of happening; those of one second in the order of recording. */
export async function loadFacts(
  tx: Tx,
  accountId: string,
  { subjects, names }: FactsWanted,
): Promise<readonly JournalFact[]> {
  type Row = Omit<JournalFact, 'about' | 'by'> & { about: string | null; by: string | null };
  const rows = await tx.prepared<Row>(
    'ledger-facts',
    sql`select id, contract_id as "contractId", extract(epoch from at)::bigint as at, fact, subject_id as subject, about_id as about,
        by_person as by, data, title, audience
      from (
        select * from journal where account_id = ${accountId} and subject_id = any (${subjects}::uuid[])
        union all select * from journal where account_id = ${accountId} and about_id = any (${subjects}::uuid[])
        union all select * from journal where account_id = ${accountId} and fact = any (${names}::text[])
      ) f order by f.at, f.position`,
  );
  // A fact can be found by its subject, by what it is about, and by its name.
  const found = [...new Map(rows.map((row) => [row.id, row])).values()];
  return found.map(({ about, by, ...rest }) => ({
    ...rest,
    ...(about === null ? {} : { about }),
    ...(by === null ? {} : { by }),
  }));
}

const columns = sql`id, contract_id as "contractId", terms_id as "termsId", promise, form, title, side, role, subject_id as "subjectId", subject,
  cycle, turn, state, extract(epoch from opened_at)::bigint as "openedAt", extract(epoch from due_at)::bigint as "dueAt",
  extract(epoch from wake_at)::bigint as "wakeAt", extract(epoch from warned_at)::bigint as "warnedAt",
  extract(epoch from met_at)::bigint as "metAt", extract(epoch from breached_at)::bigint as "breachedAt",
  extract(epoch from ended_at)::bigint as "endedAt", because, severity, counted, least, most, unit, evidence_id as "evidenceId"`;

/** The rows of these units as they stand. */
export function loadRows(tx: Tx, accountId: string, units: readonly Unit[]): Promise<StoredRow[]> {
  const subjects = units.map((unit) => (unit.of === 'subject' ? unit.subjectId : unit.termsId));
  return tx.prepared<StoredRow>(
    'ledger-rows',
    sql`select ${columns} from obligation where account_id = ${accountId} and subject_id = any (${[...new Set(subjects)]}::uuid[])`,
  );
}

/** Subjects of a contract that still owe something: a fact of the whole contract may concern each of them. */
export async function subjectsWithOpenRows(tx: Tx, accountId: string, contractId: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select distinct subject_id as id from obligation
    where account_id = ${accountId} and contract_id = ${contractId} and state in ('open', 'paused')
      and form in ('response', 'request', 'update', 'before')`);
  return rows.map(({ id }) => id);
}

/** Subjects that passed a gate at or after an instant: a need that was recorded late may open it for them after all. */
export async function subjectsSince(
  tx: Tx,
  accountId: string,
  facts: readonly string[],
  at: number,
): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select distinct subject_id as id from journal
    where account_id = ${accountId} and fact = any (${facts}::text[]) and at >= to_timestamp(${at})`);
  return rows.map(({ id }) => id);
}
