/** Reads of what the contracts of an account agree, for the ledger. */
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Deviation, FactData, FrozenHolidays } from '@tamarack/core';
import type { Tx } from '../platform/database/tx.ts';

export type AgreedRow = {
  readonly contractId: string;
  readonly contractName: string;
  readonly termsId: string;
  readonly number: number;
  readonly versionId: string;
  readonly level: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly deviations: readonly Deviation[];
  readonly calendars: Readonly<Record<string, unknown>>;
  /** Of its own calendars, as they were when these terms were agreed. */
  readonly holidays: FrozenHolidays | null;
  readonly accountData: FactData;
  /** Epoch seconds. */
  readonly fromAt: number;
  readonly untilAt: number | null;
};

/**
 * Of the account of this alias; null where nothing was ever agreed. Changes with every change of what an account agreed that
 * this transaction can see, its own included; the row's place and transaction tell a change that was rolled back from the one
 * that came after it.
 */
export function agreedStateOf(alias: string): Sql {
  return raw(
    `case when ${alias}.terms_edition > 0 then ${alias}.terms_edition::text || ' ' || ${alias}.xmin::text || ' ' || ${alias}.ctid::text end`,
  );
}

/** By account, for those in which anything was ever agreed. Hot: asked for each recorded fact. */
export async function agreedStates(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const [only, ...more] = accountIds;
  if (only === undefined) return new Map();
  const isOne = more.length === 0;
  // With a list, whoever reads would have PostgreSQL make its plan anew each time, which takes longer than to follow it.
  const whose = isOne ? sql`account_id = ${only}` : sql`account_id = any (${accountIds}::uuid[])`;
  const rows = await tx.prepared<{ accountId: string; state: string }>(
    isOne ? 'agreed-states' : 'agreed-states-of-some',
    sql`select account_id as "accountId", ${agreedStateOf('account')} as state from account where ${whose} and terms_edition > 0`,
  );
  return new Map(rows.map(({ accountId, state }) => [accountId, state]));
}

/** See `require_state` in the migrations. */
export function requireStates(tx: Tx, states: ReadonlyMap<string, string>): void {
  tx.send('require-state', sql`select require_state(${[...states.keys()]}::uuid[], ${[...states.values()]}::text[])`);
}

/** Ordered by contract and number, which is the order of time within a contract. */
export function agreedRows(tx: Tx, accountId: string): Promise<AgreedRow[]> {
  return tx.rows<AgreedRow>(sql`select t.contract_id as "contractId", c.name as "contractName", t.id as "termsId", t.number,
      t.version_id as "versionId", t.level, t.parameters, t.deviations, t.calendars, t.holidays, t.account_data as "accountData",
      extract(epoch from t.from_at)::bigint as "fromAt", extract(epoch from t.until_at)::bigint as "untilAt"
    from contract_terms t join contract c on c.account_id = t.account_id and c.id = t.contract_id
    where t.account_id = ${accountId} and t.state = 'agreed' order by c.starts_at, t.contract_id, t.from_at, t.number`);
}
