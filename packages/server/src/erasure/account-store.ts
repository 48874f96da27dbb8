/** Erases what an account is called and who belongs to it; its rows of the ledger stay. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import { stillRuns } from './concerned-views.ts';

export type ErasableAccount = {
  readonly name: string;
  readonly isErased: boolean;
  /** A contract that still runs at this instant. */
  readonly running: string | null;
};

export function lockAccountAt(tx: Tx, accountId: string, now: Temporal.Instant): Promise<ErasableAccount | undefined> {
  return tx.first<ErasableAccount>(sql`select name, erased_at is not null as "isErased",
    (select c.name from contract c where c.account_id = a.account_id and ${stillRuns(now)} order by c.starts_at, c.id limit 1) as running
    from account a where account_id = ${accountId} for update`);
}

export async function eraseAccountItself(tx: Tx, accountId: string, now: Temporal.Instant): Promise<void> {
  const at = now.toString();
  await tx.run(sql`update account set name = 'Erased account', segment = null, annual_recurring_revenue = null, hosts = null, industry = null,
    country = null, closed_at = coalesce(closed_at, ${at}), erased_at = ${at}, version = version + 1 where account_id = ${accountId}`);
  await tx.run(
    sql`update contract set name = 'Contract', signed_for_customer_by = null, version = version + 1 where account_id = ${accountId}`,
  );
  await tx.run(sql`update licence set note = null, version = version + 1 where account_id = ${accountId}`);
  // Promises of the whole contract are about the contract, by its name.
  await tx.run(
    sql`update obligation set subject = 'Contract' where account_id = ${accountId} and subject_id = terms_id`,
  );
  await tx.run(sql`delete from notification where account_id = ${accountId}`);
  await tx.run(sql`delete from role_assignment where account_id = ${accountId}`);
  await tx.run(sql`delete from account_team where account_id = ${accountId}`);
  await tx.run(sql`delete from membership where account_id = ${accountId}`);
}
