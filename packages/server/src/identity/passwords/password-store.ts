/** Writes of passwords: the credential of a person, as the sign-in library reads it. */
import sql from 'sql-template-tag';
import type { Tx } from '../../platform/database/tx.ts';

/** The sign-in library's name for "by password". */
const PROVIDER = 'credential';

export async function savePassword(tx: Tx, personId: string, hash: string, now: Temporal.Instant): Promise<void> {
  const at = now.toString();
  await tx.run(sql`insert into credential (person_id, provider_id, subject, password, created_at, updated_at)
    values (${personId}, ${PROVIDER}, ${personId}, ${hash}, ${at}, ${at})
    on conflict (provider_id, subject) do update set password = excluded.password, updated_at = excluded.updated_at`);
}

/** False where the password is not the one of this hash any more. */
export async function replacePassword(
  tx: Tx,
  personId: string,
  before: string,
  hash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const replaced = await tx.run(sql`update credential set password = ${hash}, updated_at = ${now.toString()}
    where person_id = ${personId} and provider_id = ${PROVIDER} and password = ${before}`);
  return replaced === 1;
}

/** The hash of a person's password; undefined for people who have none. */
export async function passwordHash(tx: Tx, personId: string): Promise<string | undefined> {
  const row = await tx.first<{ password: string }>(
    sql`select password from credential where person_id = ${personId} and provider_id = ${PROVIDER} and password is not null`,
  );
  return row?.password;
}
