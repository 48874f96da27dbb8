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
