/** Erases who a person is: what is left is an id that facts name, and nobody behind it. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import { isElsewhere, isOf } from './concerned-views.ts';

export type ErasablePerson = { readonly side: 'provider' | 'customer'; readonly isErased: boolean };

/** Locks a person; undefined where there is none. */
export function lockErasable(tx: Tx, personId: string): Promise<ErasablePerson | undefined> {
  return tx.first<ErasablePerson>(
    sql`select side, erased_at is not null as "isErased" from person where id = ${personId} for update`,
  );
}

/** Every account in which the person is or has done something. */
export async function accountsOfPerson(tx: Tx, personId: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select account_id as id from membership where person_id = ${personId}
    union select account_id from journal where by_person = ${personId} or on_behalf_of = ${personId}
    union select account_id from file where uploaded_by = ${personId}
    union select account_id from waiver where requested_by = ${personId} or decided_by = ${personId} order by 1`);
  return rows.map(({ id }) => id);
}

/** The customer's people who belong to this account and to no other, as far as they are not erased yet. */
export async function peopleOfOnly(tx: Tx, accountId: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`select p.id from person p where ${isOf(accountId)} and not ${isElsewhere(accountId)} order by p.id for update`,
  );
  return rows.map(({ id }) => id);
}

/** Name, address and settings; every way to sign in; roles; what was told and mailed. */
export async function eraseIdentity(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  const at = now.toString();
  await tx.run(sql`update person set name = 'Erased person', email = ${`${personId}@erased.invalid`}, email_verified = false, image = null,
    zone = 'UTC', working_calendar = null, preferences = '{}', two_factor_enabled = false, deactivated_at = coalesce(deactivated_at, ${at}),
    erased_at = ${at}, updated_at = ${at}, version = version + 1 where id = ${personId}`);
  await tx.run(sql`delete from session where person_id = ${personId}`);
  await tx.run(sql`delete from credential where person_id = ${personId}`);
  await tx.run(sql`delete from second_factor where person_id = ${personId}`);
  await tx.run(sql`delete from passkey where person_id = ${personId}`);
  await tx.run(sql`delete from api_token where person_id = ${personId}`);
  await tx.run(sql`delete from one_time_link where person_id = ${personId}`);
  await tx.run(sql`delete from idempotency where person_id = ${personId}`);
  await tx.run(sql`delete from notification_preference where person_id = ${personId}`);
  await tx.run(sql`delete from notification where person_id = ${personId}`);
  await tx.run(sql`delete from mail where person_id = ${personId}`);
  await tx.run(sql`delete from ticket_view where person_id = ${personId}`);
  await tx.run(sql`delete from ticket_follower where person_id = ${personId}`);
  await tx.run(sql`delete from ticket_draft where person_id = ${personId}`);
  await tx.run(sql`delete from ticket_presence where person_id = ${personId}`);
  await tx.run(sql`delete from export_progress where person_id = ${personId}`);
  await tx.run(sql`delete from role_assignment where person_id = ${personId}`);
  await tx.run(sql`delete from membership where person_id = ${personId}`);
}
