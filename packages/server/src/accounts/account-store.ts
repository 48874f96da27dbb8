/** Writes of accounts. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import type { Body } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import type { Account } from './account-views.ts';

/** Gives its id; the transaction sees it from then on, also where it sees single accounts only. */
export async function insertAccount(tx: Tx, account: Body<'POST /accounts'>, now: Temporal.Instant): Promise<string> {
  const id = uuid();
  await tx.run(sql`select set_config('tamarack.accounts', array_append(scope_accounts(), ${id}::uuid)::text, true)
    where not scope_is_all()`);
  await tx.run(sql`insert into account
    (account_id, name, segment, annual_recurring_revenue, currency, hosts, industry, zone, country, created_at)
    values (${id}, ${account.name}, ${account.segment}, ${account.annualRecurringRevenue}, ${account.currency}, ${account.hosts},
      ${account.industry}, ${account.zone}, ${account.country}, ${now.toString()})`);
  return id;
}

/** Locks the account for this transaction and tells its version. */
export async function lockAccount(tx: Tx, accountId: string): Promise<number | undefined> {
  const row = await tx.first<{ version: number }>(
    sql`select version from account where account_id = ${accountId} for update`,
  );
  return row?.version;
}

export async function updateAccount(tx: Tx, account: Account): Promise<void> {
  await tx.run(sql`update account set name = ${account.name}, segment = ${account.segment},
    annual_recurring_revenue = ${account.annualRecurringRevenue}, currency = ${account.currency}, hosts = ${account.hosts},
    industry = ${account.industry}, zone = ${account.zone}, country = ${account.country}, version = version + 1
    where account_id = ${account.id}`);
}
