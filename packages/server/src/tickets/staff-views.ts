/** Reads of which of the staff an account's tickets can concern. */
import sql, { type Sql } from 'sql-template-tag';
import { WHO_MAY } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';

/**
 * Whether `p` is active staff who see the account: all of them do, or administrators and those who serve it, as the house is
 * set. The same as the access check asks of a visitor (identity/visitor-views.ts).
 */
export function seesAsStaff(accountId: string): Sql {
  return sql`p.side = 'provider' and p.deactivated_at is null and p.erased_at is null and (
      coalesce((select value = '"all"' from setting where name = 'staff-see'), true)
      or exists (select from staff_role s where s.person_id = p.id and s.role = 'administrator')
      or exists (select from account_team a where a.account_id = ${accountId} and a.person_id = p.id))`;
}

/** Whether somebody may be given a ticket of the account: staff who see it, with a role that works on tickets. */
export async function mayBeAssigned(tx: Tx, accountId: string, personId: string): Promise<boolean> {
  const roles = WHO_MAY['tickets.work'];
  const row =
    await tx.first(sql`select true as found from person p where p.id = ${personId} and ${seesAsStaff(accountId)}
    and (exists (select from staff_role s where s.person_id = p.id and s.role = any (${roles}::text[]))
      or exists (select from account_team a where a.account_id = ${accountId} and a.person_id = p.id and a.role = any (${roles}::text[])))`);
  return row !== undefined;
}
