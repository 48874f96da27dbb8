/** What time alone will change: when next, and whose. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import { unitOfRow, type Unit } from './unit.ts';

/** The earliest instant at which a row can change by itself, in epoch seconds. One look into an index. */
export async function nextWake(tx: Tx): Promise<number | undefined> {
  const [row] = await tx.prepared<{ at: number | null }>(
    'next-wake',
    sql`select extract(epoch from min(wake_at))::bigint as at from obligation where wake_at is not null`,
  );
  return row?.at ?? undefined;
}

/** Accounts in which something is due to change, the longest waiting first. */
export async function accountsDue(tx: Tx, now: number, limit: number): Promise<readonly string[]> {
  const rows = await tx.prepared<{ id: string }>(
    'accounts-due',
    sql`select account_id as id from (select account_id, min(wake_at) as first from obligation where wake_at <= to_timestamp(${now})
      group by account_id order by first limit ${limit}) due`,
  );
  return rows.map(({ id }) => id);
}

/** The units of an account in which something is due to change. */
export async function unitsDue(tx: Tx, accountId: string, now: number, limit: number): Promise<readonly Unit[]> {
  const rows = await tx.prepared<Parameters<typeof unitOfRow>[0]>(
    'units-due',
    sql`select contract_id as "contractId", promise, subject_id as "subjectId", form from obligation
      where account_id = ${accountId} and wake_at <= to_timestamp(${now}) order by wake_at, id limit ${limit}`,
  );
  return rows.map(unitOfRow);
}
