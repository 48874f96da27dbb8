/** Writes of waivers. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** Undefined where one was asked for or granted already. */
export async function insertWaiver(
  tx: Tx,
  accountId: string,
  obligationId: string,
  reason: string,
  personId: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await tx.first<{
    id: string;
  }>(sql`insert into waiver (account_id, obligation_id, reason, requested_by, requested_at, state)
    values (${accountId}, ${obligationId}, ${reason}, ${personId}, ${now.toString()}, 'requested') on conflict do nothing returning id`);
  return row?.id;
}

export function lockWaiver(
  tx: Tx,
  accountId: string,
  waiverId: string,
): Promise<{ state: string; obligationId: string } | undefined> {
  return tx.first(
    sql`select state, obligation_id as "obligationId" from waiver where account_id = ${accountId} and id = ${waiverId} for update`,
  );
}

export async function decideWaiver(
  tx: Tx,
  accountId: string,
  waiverId: string,
  grant: boolean,
  note: string,
  personId: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update waiver set state = ${grant ? 'granted' : 'refused'}, decided_by = ${personId}, decided_at = ${now.toString()}, decision_note = ${note}
    where account_id = ${accountId} and id = ${waiverId}`);
}

export async function markWaived(
  tx: Tx,
  accountId: string,
  obligationId: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(
    sql`update obligation set state = 'waived', waived_at = ${now.toString()} where account_id = ${accountId} and id = ${obligationId}`,
  );
}

/** Tells the customer's approvers of the account, or whoever asked for the waiver: in the application at once, by mail as they chose. */
export async function tellOfWaiver(
  tx: Tx,
  accountId: string,
  waiverId: string,
  kind: string,
  whom: 'approvers' | 'requester',
  now: Temporal.Instant,
): Promise<void> {
  const people =
    whom === 'approvers'
      ? sql`select m.person_id from membership m join person p on p.id = m.person_id
          where m.account_id = ${accountId} and m.role = 'approver' and p.deactivated_at is null`
      : sql`select requested_by as person_id from waiver where account_id = ${accountId} and id = ${waiverId}`;
  await tx.run(sql`insert into notification (account_id, person_id, kind, obligation_id, title, created_at)
    select o.account_id, p.person_id, ${kind}, o.id, o.title, ${now.toString()}::timestamptz
    from waiver w join obligation o on o.account_id = w.account_id and o.id = w.obligation_id cross join (${people}) p
    where w.account_id = ${accountId} and w.id = ${waiverId}`);
  await tx.run(sql`select enqueue_job('mail-notifications', jsonb_build_object('personId', p.person_id),
    ${now.add({ minutes: 1 }).toString()}::timestamptz, 'mail-' || p.person_id, job_key_mode => 'preserve_run_at') from (${people}) p`);
}
