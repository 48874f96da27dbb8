/** Writes of waivers. */
import sql from 'sql-template-tag';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import { approversOf, tell } from './tell-store.ts';

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

/** False where the promise is not broken any more: evidence that came late has kept it after all. */
export async function markWaived(
  tx: Tx,
  accountId: string,
  obligationId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const waived = await tx.run(sql`update obligation set state = 'waived', waived_at = ${now.toString()}
    where account_id = ${accountId} and id = ${obligationId} and state = 'breached'`);
  return waived > 0;
}

/** Tells the customer's approvers of the account, or whoever asked for the waiver. */
export function tellOfWaiver(
  tx: Tx,
  accountId: string,
  waiverId: string,
  kind: string,
  whom: 'approvers' | 'requester',
  now: Temporal.Instant,
): void {
  const people =
    whom === 'approvers'
      ? approversOf(accountId)
      : sql`select requested_by as person_id from waiver where account_id = ${accountId} and id = ${waiverId}`;
  const told = sql`select p.person_id, ${kind}::text as kind, null::uuid as journal_id, o.id as obligation_id, o.title
    from waiver w join obligation o on o.account_id = w.account_id and o.id = w.obligation_id cross join (${people}) p
    where w.account_id = ${accountId} and w.id = ${waiverId}`;
  tell(tx, `tell-${whom}-of-waiver`, accountId, told, now);
}

/** The waiver waits for nobody any more: who has not read so yet need not, and is not mailed. */
export async function settleAskedForWaiver(
  tx: Tx,
  accountId: string,
  obligationId: string,
  now: Temporal.Instant,
): Promise<void> {
  await asProgram(tx, (program) =>
    program.run(sql`update notification set read_at = ${now.toString()}
      where account_id = ${accountId} and obligation_id = ${obligationId} and kind = 'obligation.waiver-requested' and read_at is null`),
  );
}
