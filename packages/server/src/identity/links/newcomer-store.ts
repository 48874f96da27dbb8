/** Writes of people who come by a link: the link proves that the address is theirs. */
import sql from 'sql-template-tag';
import type { Tx } from '../../platform/database/tx.ts';

/** Takes the name (and the zone, if it is given) that an invited person chose. Gives the address; undefined where the person was deactivated. */
export async function welcomePerson(
  tx: Tx,
  personId: string,
  name: string,
  zone: string | undefined,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await tx.first<{ email: string }>(sql`update person set name = ${name}, zone = coalesce(${zone}, zone),
    email_verified = true, updated_at = ${now.toString()}, version = version + 1
    where id = ${personId} and deactivated_at is null returning email`);
  return row?.email;
}

/** The address of a person, proved by a link that was sent there; undefined where the person was deactivated. */
export async function proveAddress(tx: Tx, personId: string, now: Temporal.Instant): Promise<string | undefined> {
  const row = await tx.first<{
    email: string;
  }>(sql`update person set email_verified = true, updated_at = ${now.toString()}
    where id = ${personId} and deactivated_at is null returning email`);
  return row?.email;
}

export async function insertPerson(
  tx: Tx,
  person: {
    readonly side: 'provider' | 'customer';
    readonly name: string;
    readonly email: string;
    readonly zone: string;
  },
  now: Temporal.Instant,
): Promise<string> {
  const at = now.toString();
  const row = await tx.first<{
    id: string;
  }>(sql`insert into person (side, name, email, email_verified, zone, created_at, updated_at)
    values (${person.side}, ${person.name}, ${person.email}, true, ${person.zone}, ${at}, ${at}) returning id`);
  if (!row) throw new Error('An inserted person has no id.');
  return row.id;
}
