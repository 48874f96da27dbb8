/** Writes of the ledger. */
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { Change } from './changes.ts';
import type { StoredRow } from './ledger-row.ts';
import { unitKey, type Unit } from './unit.ts';

/**
 * How a contract stands (`standing`) and what opens its gates (`gates`) concerns subjects, which have to be found before they
 * can be locked. Whoever records something of a subject shares these with others; a fact that concerns every subject takes
 * them for itself, so that none begins behind its back.
 */
export function shareAccount(tx: Tx, accountId: string): void {
  tx.send('ledger-share', sql`select pg_advisory_xact_lock_shared(hashtextextended(${`standing ${accountId}`}, 7))`);
}

/** See `shareAccount`. To be called before the subjects are looked for. */
export function takeAccount(tx: Tx, accountId: string, what: 'standing' | 'gates'): void {
  tx.send('ledger-take', sql`select pg_advisory_xact_lock(hashtextextended(${`${what} ${accountId}`}, 7))`);
}

/** Units are recomputed by one transaction at a time; `distinct` has put them into the order in which all take them. */
export function lockUnits(tx: Tx, accountId: string, units: readonly Unit[]): void {
  const keys = units.map((unit) => `${accountId} ${unitKey(unit)}`);
  const gates = sql`pg_advisory_xact_lock_shared(hashtextextended(${`gates ${accountId}`}, 7))`;
  if (keys.length <= FEW) {
    const locks = keys.map((key) => sql`pg_advisory_xact_lock(hashtextextended(${key}, 7))`);
    tx.send(`ledger-lock-${keys.length}`, sql`select ${join([gates, ...locks])}`);
  } else
    tx.send(
      'ledger-lock',
      sql`select ${gates} union all select pg_advisory_xact_lock(hashtextextended(key, 7)) from unnest(${keys}::text[]) key`,
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

/** Adds rows and changes rows. A waiver stays what it is, whatever is computed; so do the warnings that were given. */
export function saveRows(tx: Tx, accountId: string, changes: readonly Change[]): void {
  const { added = [], changed = [] } = Object.groupBy(changes, ({ before }) => (before ? 'changed' : 'added'));
  writeRows(tx, 'ledger-add', accountId, added, empty);
  writeRows(tx, 'ledger-save', accountId, changed, known);
}

function writeRows(tx: Tx, name: string, accountId: string, changes: readonly Change[], otherwise: Sql): void {
  if (changes.length === 0) return;
  const rows = changes.map(({ row }) => row);
  if (rows.length <= FEW) {
    const values = rows.map((row) => valuesOf(accountId, row));
    tx.send(`${name}-${rows.length}`, sql`${into} values ${join(values)} ${otherwise}`);
  } else tx.send(name, sql`${into} ${manyRows(accountId, rows)} ${otherwise}`);
}

function valuesOf(accountId: string, r: StoredRow): Sql {
  return sql`(${accountId}, ${r.id}, ${r.contractId}, ${r.termsId}, ${r.promise}, ${r.form}, ${r.title}, ${r.side}, ${r.role}, ${r.subjectId},
    ${r.subject}, ${r.cycle}, ${r.turn}, ${r.state}, to_timestamp(${r.openedAt}), to_timestamp(${r.dueAt}), to_timestamp(${r.wakeAt}),
    to_timestamp(${r.warnedAt}), to_timestamp(${r.metAt}), to_timestamp(${r.breachedAt}), to_timestamp(${r.endedAt}), ${r.because},
    ${r.severity}, ${r.counted}, ${r.least}, ${r.most}, ${r.unit}, ${r.evidenceId})`;
}

function manyRows(accountId: string, rows: readonly StoredRow[]): Sql {
  return sql`select ${accountId}, id, "contractId", "termsId", promise, form, title, side, role, "subjectId", subject, cycle, turn, state,
      to_timestamp("openedAt"), to_timestamp("dueAt"), to_timestamp("wakeAt"), to_timestamp("warnedAt"), to_timestamp("metAt"),
      to_timestamp("breachedAt"), to_timestamp("endedAt"), because, severity, counted, least, most, unit, "evidenceId"
    from jsonb_to_recordset(${JSON.stringify(rows)}) as (id uuid, "contractId" uuid, "termsId" uuid, promise text, form text, title text,
      side text, role text, "subjectId" uuid, subject text, cycle int, turn int, state text, "openedAt" bigint, "dueAt" bigint, "wakeAt" bigint,
      "warnedAt" bigint, "metAt" bigint, "breachedAt" bigint, "endedAt" bigint, because text, severity int, counted bigint,
      least bigint, most bigint, unit text, "evidenceId" uuid)`;
}
