/** Tells people what waits for them, or was decided: in the application at once, by mail as they chose. */
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** `kind` reads as a fact: "the change of the contract was proposed". */
export type Told = {
  readonly accountId: string;
  readonly contractId: string;
  readonly kind: 'contract.change-proposed' | 'contract.change-agreed' | 'contract.change-declined';
};

/** Tells those who can agree for the customer. */
export function tellApprovers(tx: Tx, told: Told, now: Temporal.Instant): Promise<void> {
  return tell(
    tx,
    told,
    sql`select m.person_id from membership m join person p on p.id = m.person_id
      where m.account_id = ${told.accountId} and m.role = 'approver' and p.deactivated_at is null`,
    now,
  );
}

/** Tells whoever proposed these terms what the customer decided. */
export function tellProposer(tx: Tx, told: Told, termsId: string, now: Temporal.Instant): Promise<void> {
  return tell(
    tx,
    told,
    sql`select proposed_by as person_id from contract_terms
      where account_id = ${told.accountId} and id = ${termsId} and proposed_by is not null`,
    now,
  );
}

async function tell(tx: Tx, { accountId, contractId, kind }: Told, people: Sql, now: Temporal.Instant): Promise<void> {
  await tx.run(sql`insert into notification (account_id, person_id, kind, title, created_at)
    select c.account_id, p.person_id, ${kind}, c.name, ${now.toString()}::timestamptz from contract c cross join (${people}) p
    where c.account_id = ${accountId} and c.id = ${contractId}`);
  // A minute later, so that several are told in one mail.
  await tx.run(sql`select enqueue_job('mail-notifications', jsonb_build_object('personId', p.person_id),
    ${now.add({ minutes: 1 }).toString()}::timestamptz, 'mail-' || p.person_id, job_key_mode => 'preserve_run_at') from (${people}) p`);
}
