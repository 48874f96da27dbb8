/** Tells people in the application at once, and by mail as they chose. Whoever tells anybody anything comes through here. */
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/**
 * Tells what `told` selects: rows of (person_id uuid, kind text, journal_id uuid, obligation_id uuid, title text), each once.
 * `kind` reads as a fact: "the change of the contract was proposed". `name` is that of the prepared statement.
 */
export function tell(tx: Tx, name: string, accountId: string, told: Sql, now: Temporal.Instant): void {
  tellOfAccounts(tx, name, sql`select ${accountId}::uuid as account_id, t.* from (${told}) t`, now);
}

/** As `tell`, of several accounts: rows that begin with (account_id uuid). */
export function tellOfAccounts(tx: Tx, name: string, told: Sql, now: Temporal.Instant): void {
  // A minute later, so that several things are told in one mail.
  tx.send(
    name,
    sql`with told as materialized (
        select distinct account_id, person_id, kind, journal_id, obligation_id, title from (${told}) t
      ), added as (
        insert into notification (account_id, person_id, kind, journal_id, obligation_id, title, created_at)
        select account_id, person_id, kind, journal_id, obligation_id, title, ${now.toString()}::timestamptz from told
      )
      select enqueue_jobs('mail-notifications', array_agg(jsonb_build_object('personId', person_id)), ${now.add({ minutes: 1 }).toString()}::timestamptz,
        array_agg('mail-' || person_id), job_key_mode => 'preserve_run_at')
      from (select distinct person_id from told) p having count(*) > 0`,
  );
}

/** Those who can agree for the customer, as rows of (person_id). */
export function approversOf(accountId: string): Sql {
  return sql`select m.person_id from membership m join person p on p.id = m.person_id
    where m.account_id = ${accountId} and m.role = 'approver' and p.deactivated_at is null`;
}
