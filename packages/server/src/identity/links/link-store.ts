/** Writes of one-time links. */
import sql from 'sql-template-tag';
import type { Tx } from '../../platform/database/tx.ts';
import { hashOfLink, newLinkToken } from './link-token.ts';

export type LinkKind = 'invitation' | 'reset' | 'set-up';

/** How long each can be used. */
const LINK_LIFE: Readonly<Record<LinkKind, Temporal.DurationLike>> = {
  invitation: { hours: 7 * 24 },
  reset: { hours: 1 },
  'set-up': { hours: 24 },
};

/** In whole seconds: people read it, and programs compare what they were answered with what they read later. */
function endOf(kind: LinkKind, now: Temporal.Instant): Temporal.Instant {
  return now.add(LINK_LIFE[kind]).round({ smallestUnit: 'second', roundingMode: 'floor' });
}

export type MadeLink = { readonly token: string; readonly expiresAt: Temporal.Instant };

/** Makes a link and ends the earlier ones of its kind and person. */
export async function makeLink(
  tx: Tx,
  link: { readonly kind: LinkKind; readonly personId?: string; readonly createdBy?: string | undefined },
  now: Temporal.Instant,
): Promise<MadeLink> {
  const { kind, personId = null, createdBy = null } = link;
  const { token, hash } = newLinkToken();
  const expiresAt = endOf(kind, now);
  await endLinks(tx, kind, personId, now);
  await tx.run(sql`insert into one_time_link (hash, kind, person_id, created_by, created_at, expires_at)
    values (${hash}, ${kind}, ${personId}, ${createdBy}, ${now.toString()}, ${expiresAt.toString()})`);
  return { token, expiresAt };
}

/** Ends the unused links of a kind; `personId` null for the set-up's. */
export async function endLinks(tx: Tx, kind: LinkKind, personId: string | null, now: Temporal.Instant): Promise<void> {
  await tx.run(sql`update one_time_link set used_at = ${now.toString()}
    where kind = ${kind} and used_at is null and person_id is not distinct from ${personId}::uuid`);
}

/** Uses a link: of two at once, one gets it. Undefined where it was used, has expired or never existed. */
export async function useLink(
  tx: Tx,
  kind: LinkKind,
  token: string,
  now: Temporal.Instant,
): Promise<{ readonly personId: string | null } | undefined> {
  const at = now.toString();
  return tx.first<{ personId: string | null }>(sql`update one_time_link set used_at = ${at}
    where hash = ${hashOfLink(token)} and kind = ${kind} and used_at is null and expires_at > ${at}
    returning person_id as "personId"`);
}

/**
 * Makes a reset link for whoever has this address and enqueues its mail, in one statement that takes the same way where
 * nobody has it. People who were deactivated get none.
 */
export async function makeResetLink(tx: Tx, email: string, now: Temporal.Instant): Promise<void> {
  const { token, hash } = newLinkToken();
  const at = now.toString();
  const expiresAt = endOf('reset', now).toString();
  await tx.run(sql`with asked as (
      select id from person where lower(email) = ${email} and deactivated_at is null and erased_at is null
    ), ended as (
      update one_time_link set used_at = ${at} where kind = 'reset' and used_at is null and person_id in (select id from asked)
    ), made as (
      insert into one_time_link (hash, kind, person_id, created_at, expires_at)
        select ${hash}::bytea, 'reset', id, ${at}::timestamptz, ${expiresAt}::timestamptz from asked returning person_id
    )
    select enqueue_job('send-mail', jsonb_build_object('kind', 'password-reset', 'personId', person_id,
      'path', ${`/password-resets/${token}`}::text, 'expiresAt', ${expiresAt}::text)) from made`);
}
