/** Whom an erasure concerns: what is said beforehand and the erasure itself find by the same conditions. */
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** Whether the account is the actor's to see: row-level security answers. */
export async function isSeen(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx.rows(sql`select from account where account_id = ${accountId}`);
  return rows.length > 0;
}

/** Of a contract `c`: it still runs at this instant, or begins later. */
export function stillRuns(now: Temporal.Instant): Sql {
  return sql`(c.ended_at is null and (c.ends_at is null or c.ends_at > ${now.toString()}))`;
}

/** Of a person `p`: a customer's, who belongs to this account or did something in it, and is not erased yet. */
export function isOf(accountId: string): Sql {
  return sql`(p.side = 'customer' and p.erased_at is null and p.id in (select person_id from membership where account_id = ${accountId}
    union select by_person from journal where account_id = ${accountId} and by_person is not null))`;
}

/** Of a person `p`: belongs to another account as well. */
export function isElsewhere(accountId: string): Sql {
  return sql`exists (select from membership m where m.account_id <> ${accountId} and m.person_id = p.id)`;
}
