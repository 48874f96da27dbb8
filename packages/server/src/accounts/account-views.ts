/** Reads of accounts, straight to the shapes of the contract. */
import sql, { empty } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import { cursorOf, readCursor } from '../platform/database/cursor.ts';
import type { Tx } from '../platform/database/tx.ts';

type AccountPage = Gives<'GET /accounts'>;
export type Account = Gives<'GET /accounts/:accountId'>;

/** An account; what it pays is the provider's to see. Undefined where there is none that the transaction may see. */
export function accountById(tx: Tx, accountId: string): Promise<Account | undefined> {
  return tx.first<Account>(sql`select account_id as id, reference, name, segment, case when scope_is_provider() then annual_recurring_revenue end as "annualRecurringRevenue",
    currency, hosts, industry, zone, country, created_at as "createdAt", closed_at as "closedAt", version
    from account where account_id = ${accountId}`);
}

type Asked = {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly search?: string | undefined;
  readonly segment?: string | undefined;
};

const FIGURES_HOURS = 90 * 24;

/** Accounts by name, with what is due now and what the ledger settled in the last 90 days. */
export async function accountPage(
  tx: Tx,
  { limit, after, search, segment }: Asked,
  now: Temporal.Instant,
): Promise<AccountPage> {
  const [name, id] = readCursor(after, ['text', 'id']) ?? [];
  const rows = await tx.rows<AccountPage['rows'][number]>(sql`
    with page as (
      select account_id, reference, name, segment, zone, country from account
      where true
        ${search ? sql`and name ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}` : empty}
        ${segment ? sql`and segment = ${segment}` : empty}
        ${name !== undefined && id !== undefined ? sql`and (name, account_id) > (${name}, ${id}::uuid)` : empty}
      order by name, account_id limit ${limit + 1}
    )
    select account_id as id, reference, name, segment, zone, country,
      (select count(*)::int from contract c where c.account_id = p.account_id) as contracts,
      array(select distinct t.level from contract_terms t where t.account_id = p.account_id and t.state = 'agreed' and t.until_at is null order by 1) as levels,
      settled.kept, due.open, settled.broken, settled.waived, due.next as "nextDueAt"
    from page p cross join lateral (
      select count(*)::int as open, min(due_at) filter (where state = 'open') as next
      from obligation o where o.account_id = p.account_id and state in ('open', 'paused')
    ) due cross join lateral (
      select count(*) filter (where state = 'met')::int as kept, count(*) filter (where state = 'breached')::int as broken,
        count(*) filter (where state = 'waived')::int as waived
      from obligation o where o.account_id = p.account_id and state not in ('open', 'paused', 'void')
        and case when met_at is not null then met_at when breached_at is not null then breached_at when ended_at is not null then ended_at
          when due_at is not null then due_at else opened_at end >= ${now.subtract({ hours: FIGURES_HOURS }).toString()}
    ) settled order by name, account_id`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, ...(rows.length > limit && last ? { next: cursorOf([last.name, last.id]) } : {}) };
}
