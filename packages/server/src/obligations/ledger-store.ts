/** Writes of the ledger. */
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { Change } from './changes.ts';
import type { StoredRow } from './ledger-row.ts';
import { unitKey, type Unit } from './unit.ts';

/**
 * How a contract stands (`standing`) and what opens its gates (`gates`) concerns subjects, which have to be found before they
 * can be locked. Whoever records something of a subject shares these with others; a fact that concerns every subject takes
 * them for itself, so that none begins behind its back. In the order of the list, which has to be everybody's.
 */
export function lockAccounts(tx: Tx, accounts: readonly StandingLock[]): void {
  tx.send('lock-accounts', standingLocks(accounts));
}

export type StandingLock = { readonly accountId: string; readonly forItself: boolean };

function standingLocks(accounts: readonly StandingLock[]): Sql {
  const names = accounts.map(({ accountId }) => `standing ${accountId}`);
  const taken = accounts.map(({ forItself }) => forItself);
  return sql`select case when a.taken then pg_advisory_xact_lock(a.key) else pg_advisory_xact_lock_shared(a.key) end
    from (select hashtextextended(name, 7) as key, taken from unnest(${names}::text[], ${taken}::boolean[]) as n (name, taken)) a`;
}

/** See `lockAccounts`. To be called before the subjects are looked for. */
export function takeGates(tx: Tx, accountId: string): void {
  tx.send('take-gates', sql`select pg_advisory_xact_lock(hashtextextended(${`gates ${accountId}`}, 7))`);
}

type UnitsOfAccount = { readonly accountId: string; readonly units: readonly Unit[] };

/** Units are recomputed by one transaction at a time; all take them in one order: by account, and in it as `distinct` has put them. */
export function lockUnits(tx: Tx, accounts: readonly UnitsOfAccount[]): void {
  tx.send('lock-units', unitLocks(accounts));
}

/** Both, in this order, where nothing has to be read between them. */
export function lockAtOnce(tx: Tx, standing: readonly StandingLock[], units: readonly UnitsOfAccount[]): void {
  tx.send('lock-at-once', sql`${standingLocks(standing)} union all ${unitLocks(units)}`);
}

function unitLocks(accounts: readonly UnitsOfAccount[]): Sql {
  const gates = accounts.map(({ accountId }) => `gates ${accountId}`);
  const keys = accounts.flatMap(({ accountId, units }) => units.map((unit) => `${accountId} ${unitKey(unit)}`));
  return sql`select pg_advisory_xact_lock_shared(hashtextextended(key, 7)) from unnest(${gates}::text[]) key
    union all select pg_advisory_xact_lock(hashtextextended(key, 7)) from unnest(${keys}::text[]) key`;
}

/**
 * Whoever locks the row of a ticket locks this before: recording a fact ends with that row, which follows the journal and the
 * ledger by triggers. In the other order each would wait for the other, and the watcher would lose the whole batch.
 */
export function lockUnitOfTicket(tx: Tx, accountId: string, ticketId: string): void {
  tx.send(
    'ledger-lock-ticket',
    sql`select pg_advisory_xact_lock_shared(hashtextextended(${`standing ${accountId}`}, 7)),
      pg_advisory_xact_lock_shared(hashtextextended(${`gates ${accountId}`}, 7)),
      pg_advisory_xact_lock(hashtextextended(account_id || ' ' || contract_id || ' ' || id, 7))
    from ticket where account_id = ${accountId} and id = ${ticketId}`,
  );
}

/** As `lockUnits`, but leaves out those that another transaction is at: it will see to them. */
export async function tryLockUnits(tx: Tx, accountId: string, units: readonly Unit[]): Promise<readonly Unit[]> {
  const keys = units.map((unit) => `${accountId} ${unitKey(unit)}`);
  const rows = await tx.prepared<{ taken: boolean }>(
    'ledger-try-lock',
    sql`select pg_try_advisory_xact_lock(hashtextextended(key, 7)) as taken from unnest(${keys}::text[]) with ordinality as k (key, n) order by n`,
  );
  return units.filter((_, i) => rows[i]?.taken);
}

/** Up to so many rows are written as values: PostgreSQL takes a third of the time that it needs for reading them from JSON. */
const FEW = 8;

const into = sql`insert into obligation as o (account_id, id, contract_id, terms_id, promise, form, title, side, role, subject_id, subject, cycle, turn, state,
  opened_at, due_at, wake_at, warned_at, met_at, breached_at, ended_at, because, severity, counted, least, most, unit, evidence_id)`;
const known = sql`on conflict (account_id, id) do update set
  terms_id = excluded.terms_id, form = excluded.form, title = excluded.title, side = excluded.side, role = excluded.role, subject = excluded.subject,
  state = case when o.state = 'waived' then o.state else excluded.state end,
  opened_at = excluded.opened_at, due_at = excluded.due_at, wake_at = excluded.wake_at,
  warned_at = coalesce(o.warned_at, excluded.warned_at), met_at = excluded.met_at, breached_at = excluded.breached_at,
  ended_at = excluded.ended_at, because = excluded.because, severity = excluded.severity, counted = excluded.counted,
  least = excluded.least, most = excluded.most, unit = excluded.unit, evidence_id = excluded.evidence_id`;

type ChangesOfAccount = { readonly accountId: string; readonly changes: readonly Change[] };
type RowOfAccount = StoredRow & { readonly accountId: string };

/** Adds rows and changes rows. A waiver stays what it is, whatever is computed; so do the warnings that were given. */
export function saveRows(tx: Tx, accounts: readonly ChangesOfAccount[]): void {
  const rowsWhere = (isNew: boolean) =>
    accounts.flatMap(({ accountId, changes }) =>
      changes.flatMap(({ row, before }) => ((before === undefined) === isNew ? [{ ...row, accountId }] : [])),
    );
  writeRows(tx, 'ledger-add', rowsWhere(true), empty);
  writeRows(tx, 'ledger-save', rowsWhere(false), known);
}

function writeRows(tx: Tx, name: string, rows: readonly RowOfAccount[], otherwise: Sql): void {
  if (rows.length === 0) return;
  if (rows.length <= FEW)
    tx.send(`${name}-${rows.length}`, sql`${into} values ${join(rows.map(valuesOf))} ${otherwise}`);
  else tx.send(name, sql`${into} ${manyRows(rows)} ${otherwise}`);
}

function valuesOf(r: RowOfAccount): Sql {
  return sql`(${r.accountId}, ${r.id}, ${r.contractId}, ${r.termsId}, ${r.promise}, ${r.form}, ${r.title}, ${r.side}, ${r.role}, ${r.subjectId},
    ${r.subject}, ${r.cycle}, ${r.turn}, ${r.state}, to_timestamp(${r.openedAt}), to_timestamp(${r.dueAt}), to_timestamp(${r.wakeAt}),
    to_timestamp(${r.warnedAt}), to_timestamp(${r.metAt}), to_timestamp(${r.breachedAt}), to_timestamp(${r.endedAt}), ${r.because},
    ${r.severity}, ${r.counted}, ${r.least}, ${r.most}, ${r.unit}, ${r.evidenceId})`;
}

function manyRows(rows: readonly RowOfAccount[]): Sql {
  return sql`select "accountId", id, "contractId", "termsId", promise, form, title, side, role, "subjectId", subject, cycle, turn, state,
      to_timestamp("openedAt"), to_timestamp("dueAt"), to_timestamp("wakeAt"), to_timestamp("warnedAt"), to_timestamp("metAt"),
      to_timestamp("breachedAt"), to_timestamp("endedAt"), because, severity, counted, least, most, unit, "evidenceId"
    from jsonb_to_recordset(${JSON.stringify(rows)}) as ("accountId" uuid, id uuid, "contractId" uuid, "termsId" uuid, promise text, form text, title text,
      side text, role text, "subjectId" uuid, subject text, cycle int, turn int, state text, "openedAt" bigint, "dueAt" bigint, "wakeAt" bigint,
      "warnedAt" bigint, "metAt" bigint, "breachedAt" bigint, "endedAt" bigint, because text, severity int, counted bigint,
      least bigint, most bigint, unit text, "evidenceId" uuid)`;
}
