/** Reads of one-time links and of what they are for. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';
import type { LinkKind } from './link-store.ts';
import { hashOfLink } from './link-token.ts';

/** An invitation that can still be accepted. */
export function openInvitation(
  tx: Tx,
  token: string,
  now: Temporal.Instant,
): Promise<Gives<'GET /invitations/:token'> | undefined> {
  return tx.first(sql`select p.name, p.email, p.zone, l.expires_at as "expiresAt",
      coalesce((select value #>> '{}' from setting where name = 'provider-name'), 'Tamarack') as "providerName"
    from one_time_link l join person p on p.id = l.person_id
    where l.hash = ${hashOfLink(token)} and l.kind = 'invitation' and l.used_at is null
      and l.expires_at > ${now.toString()} and p.deactivated_at is null`);
}

/** A link that can still be used; its person is null for the set-up's. */
export function openLink(
  tx: Tx,
  kind: LinkKind,
  token: string,
  now: Temporal.Instant,
): Promise<{ readonly personId: string | null } | undefined> {
  return tx.first<{ personId: string | null }>(sql`select person_id as "personId" from one_time_link
    where hash = ${hashOfLink(token)} and kind = ${kind} and used_at is null and expires_at > ${now.toString()}`);
}

/** What others know of the person whom a link is for; undefined where the link cannot be used. */
export async function knownByLink(
  tx: Tx,
  kind: LinkKind,
  token: string,
  now: Temporal.Instant,
): Promise<readonly string[] | undefined> {
  const link = await openLink(tx, kind, token, now);
  return link?.personId ? knownOf(tx, link.personId) : undefined;
}

/** Whether anybody is there; until then the set-up link makes the first administrator. */
export async function isSetUp(tx: Tx): Promise<boolean> {
  const row = await tx.first<{ found: boolean }>(sql`select exists (select from person) as found`);
  return row?.found === true;
}

/** What others know of a person, for judging a password. */
export async function knownOf(tx: Tx, personId: string): Promise<readonly string[]> {
  const row = await tx.first<{ name: string; email: string; provider: string | null }>(sql`select name, email,
    (select value #>> '{}' from setting where name = 'provider-name') as provider from person where id = ${personId}`);
  return row ? [row.name, row.email, row.provider ?? ''] : [];
}
