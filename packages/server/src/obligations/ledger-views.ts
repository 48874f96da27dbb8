/** The rows of the ledger as they stand, for what is reckoned again; as few questions as possible. */
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { StoredRow } from './ledger-row.ts';
import { unitKey, type Unit } from './unit.ts';
import { EVERYTHING, windowOf, type Windows } from './window.ts';

const columns = sql`account_id as "accountId", id, contract_id as "contractId", terms_id as "termsId", promise, form, title, side, role, subject_id as "subjectId", subject,
  cycle, turn, state, extract(epoch from opened_at)::bigint as "openedAt", extract(epoch from due_at)::bigint as "dueAt",
  extract(epoch from wake_at)::bigint as "wakeAt", extract(epoch from warned_at)::bigint as "warnedAt",
  extract(epoch from met_at)::bigint as "metAt", extract(epoch from breached_at)::bigint as "breachedAt",
  extract(epoch from ended_at)::bigint as "endedAt", because, severity, counted, least, most, unit, evidence_id as "evidenceId"`;

type UnitsOfAccount = { readonly accountId: string; readonly units: readonly Unit[] };

/** The rows of these units of one account as they stand. */
export async function loadRows(tx: Tx, accountId: string, units: readonly Unit[]): Promise<readonly StoredRow[]> {
  return (await loadRowsOf(tx, [{ accountId, units }], EVERYTHING)).get(accountId) ?? [];
}

/** By account; of promises of the whole contract only the rows that lie in their windows. */
export async function loadRowsOf(
  tx: Tx,
  accounts: readonly UnitsOfAccount[],
  windows: Windows,
): Promise<ReadonlyMap<string, readonly StoredRow[]>> {
  if (accounts.every(({ units }) => units.length === 0)) return new Map();
  const promises = promiseUnits(accounts);
  const since = promises.map((unit) => windowOf(windows, unit)).map((at) => (Number.isFinite(at) ? at : null));
  const rows =
    promises.length === 0
      ? tx.prepared<RowOfAccount>('ledger-rows', sql`select ${columns} from ${ofSubjects(accounts)}`)
      : tx.prepared<RowOfAccount>(
          'ledger-rows-of-promises',
          sql`select ${columns} from ${ofSubjects(accounts)}
            union all select ${columns} from ${ofPromises(promises)} join unnest(${since}::bigint[]) with ordinality as window_of (since, n) using (n)
            where window_of.since is null or opened_at >= to_timestamp(window_of.since)`,
        );
  return Map.groupBy(await rows, ({ accountId }) => accountId);
}

type RowOfAccount = StoredRow & { readonly accountId: string };

function ofSubjects(accounts: readonly UnitsOfAccount[]): Sql {
  const wanted = accounts.flatMap(({ accountId, units }) => {
    const subjects = new Set(units.flatMap((unit) => (unit.of === 'subject' ? [unit.subjectId] : [])));
    return [...subjects].map((subjectId) => ({ accountId, subjectId }));
  });
  return sql`unnest(${wanted.map(({ accountId }) => accountId)}::uuid[], ${wanted.map(({ subjectId }) => subjectId)}::uuid[]) as s (account, wanted),
    lateral (select * from obligation where account_id = s.account and subject_id = s.wanted offset 0) o`;
}

type PromiseUnit = Extract<Unit, { of: 'promise' }> & { readonly accountId: string };

function promiseUnits(accounts: readonly UnitsOfAccount[]): readonly PromiseUnit[] {
  return accounts.flatMap(({ accountId, units }) =>
    units.flatMap((unit) => (unit.of === 'promise' ? [{ ...unit, accountId }] : [])),
  );
}

/** The rows of promises of the whole contract, each with the place of its unit (n). */
function ofPromises(units: readonly PromiseUnit[]): Sql {
  return sql`unnest(${units.map(({ accountId }) => accountId)}::uuid[], ${units.map(({ termsId }) => termsId)}::uuid[],
      ${units.map(({ contractId }) => contractId)}::uuid[], ${units.map(({ promise }) => promise)}::text[])
      with ordinality as u (account, terms, contract, name, n)
    join obligation o on o.account_id = u.account and o.subject_id = u.terms and o.contract_id = u.contract and o.promise = u.name`;
}

/**
 * From when on promises of the whole contract have to be read again because of what happened at `since` or later, or of time
 * alone. Where nothing is known of a promise yet, everything has to be; and where everything stands anew.
 */
export async function loadWindows(
  tx: Tx,
  accounts: readonly (UnitsOfAccount & { readonly since: number | undefined })[],
): Promise<Windows> {
  const bounded = accounts.flatMap(({ accountId, units, since }) =>
    since === undefined ? [] : promiseUnits([{ accountId, units }]).map((unit) => ({ ...unit, since })),
  );
  if (bounded.length === 0) return EVERYTHING;
  const rows = await tx.prepared<{ n: number; at: number }>(
    'ledger-windows',
    sql`select n, extract(epoch from min(opened_at))::bigint as at from ${ofPromises(bounded)}
      join unnest(${bounded.map(({ since }) => since)}::bigint[]) with ordinality as new_since (at, n) using (n)
      where wake_at is not null or due_at is null or due_at > to_timestamp(new_since.at) group by n`,
  );
  return new Map(
    rows.flatMap(({ n, at }) => {
      const unit = bounded[n - 1];
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
