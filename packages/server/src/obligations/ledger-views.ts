/** What the ledger is recomputed from, in as few questions as possible. */
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { FactsWanted } from './facts-wanted.ts';
import type { JournalFact } from './clocks-of-unit.ts';
import type { StoredRow } from './ledger-row.ts';
import { unitKey, type Unit } from './unit.ts';
import { EVERYTHING, windowOf, type Windows } from './window.ts';

/**
 * Facts in the order of happening; those of one second in the order of recording. `offset 0` keeps PostgreSQL from joining its own
 * way: as long as it knows nothing of a table it would rather read all of the account.
 */
export async function loadFacts(
  tx: Tx,
  accountId: string,
  { subjects, names, recent }: FactsWanted,
): Promise<readonly JournalFact[]> {
  type Row = Omit<JournalFact, 'about' | 'by'> & { about: string | null; by: string | null };
  // Each part of the union has the policies' own cost, so that one of which nothing is wanted is left out.
  const inWindows = sql`union all select j.* from unnest(${recent.map(({ name }) => name)}::text[], ${recent.map(({ since }) => since)}::bigint[]) as wanted (name, since)
          join journal j on j.account_id = ${accountId} and j.fact = wanted.name and j.at >= to_timestamp(wanted.since)`;
  const rows = await tx.prepared<Row>(
    recent.length === 0 ? 'ledger-facts' : 'ledger-facts-in-windows',
    sql`select id, contract_id as "contractId", extract(epoch from at)::bigint as at, fact, subject_id as subject, about_id as about,
        coalesce(on_behalf_of, by_person) as by, data, title, audience
      from (
        select j.* from unnest(${subjects}::uuid[]) as s (id), lateral (select * from journal where account_id = ${accountId} and subject_id = s.id offset 0) j
        union all select j.* from unnest(${subjects}::uuid[]) as s (id), lateral (select * from journal where account_id = ${accountId} and about_id = s.id offset 0) j
        union all select j.* from unnest(${names}::text[]) as n (name), lateral (select * from journal where account_id = ${accountId} and fact = n.name offset 0) j
        ${recent.length === 0 ? empty : inWindows}
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

/** The rows of these units as they stand; of promises of the whole contract those that lie in their windows. */
export function loadRows(
  tx: Tx,
  accountId: string,
  units: readonly Unit[],
  windows: Windows = EVERYTHING,
): Promise<StoredRow[]> {
  const subjects = units.flatMap((unit) => (unit.of === 'subject' ? [unit.subjectId] : []));
  const promises = units.flatMap((unit) => (unit.of === 'promise' ? [unit] : []));
  if (promises.length === 0)
    return tx.prepared<StoredRow>('ledger-rows', sql`select ${columns} from ${ofSubjects(accountId, subjects)}`);
  const since = promises.map((unit) => windowOf(windows, unit)).map((at) => (Number.isFinite(at) ? at : null));
  return tx.prepared<StoredRow>(
    'ledger-rows-of-promises',
    sql`select ${columns} from ${ofSubjects(accountId, subjects)}
      union all select ${columns} from ${ofPromises(accountId, promises)} join unnest(${since}::bigint[]) with ordinality as window_of (since, n) using (n)
      where window_of.since is null or opened_at >= to_timestamp(window_of.since)`,
  );
}

function ofSubjects(accountId: string, subjects: readonly string[]): Sql {
  return sql`unnest(${[...new Set(subjects)]}::uuid[]) as s (wanted),
    lateral (select * from obligation where account_id = ${accountId} and subject_id = s.wanted offset 0) o`;
}

type PromiseUnit = Extract<Unit, { of: 'promise' }>;

/** The rows of promises of the whole contract, each with the place of its unit (n). */
function ofPromises(accountId: string, units: readonly PromiseUnit[]): Sql {
  return sql`unnest(${units.map(({ termsId }) => termsId)}::uuid[], ${units.map(({ contractId }) => contractId)}::uuid[],
      ${units.map(({ promise }) => promise)}::text[]) with ordinality as u (terms, contract, name, n)
    join obligation o on o.account_id = ${accountId} and o.subject_id = u.terms and o.contract_id = u.contract and o.promise = u.name`;
}

/**
 * From when on promises of the whole contract have to be read again because of what happened at `since` or later, or of time
 * alone. Where nothing is known of a promise yet, everything has to be.
 */
export async function loadWindows(tx: Tx, accountId: string, units: readonly Unit[], since: number): Promise<Windows> {
  const promises = units.flatMap((unit) => (unit.of === 'promise' ? [unit] : []));
  if (promises.length === 0) return EVERYTHING;
  const rows = await tx.prepared<{ n: number; at: number }>(
    'ledger-windows',
    sql`select n, extract(epoch from min(opened_at))::bigint as at from ${ofPromises(accountId, promises)}
      where wake_at is not null or due_at is null or due_at > to_timestamp(${since}) group by n`,
  );
  return new Map(
    rows.flatMap(({ n, at }) => {
      const unit = promises[n - 1];
      return unit ? [[unitKey(unit), at] as const] : [];
    }),
  );
}

/**
 * Subjects of a contract that a fact of the whole contract concerns which happened at `since`: those that still owe something,
 * and those for which something ended only afterwards.
 */
export async function subjectsConcerned(
  tx: Tx,
  accountId: string,
  contractId: string,
  since: number,
): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select distinct subject_id as id from obligation
    where account_id = ${accountId} and contract_id = ${contractId} and form not in ('cadence', 'count', 'limit')
      and (state in ('open', 'paused') or coalesce(met_at, breached_at, ended_at, due_at, opened_at) >= to_timestamp(${since}))`);
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
