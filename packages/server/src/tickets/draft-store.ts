/** Drafts of messages: each person's own, by the table's own policy; a reply's and an internal note's are kept apart. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { Ids } from './ids.ts';

type Draft = { readonly body: string; readonly audience: 'shared' | 'internal'; readonly savedAt: string };
/** Of whom, on which ticket, and for whom. */
type Place = Ids & { readonly personId: string; readonly audience: Draft['audience'] };

export async function draftOf(tx: Tx, { accountId, ticketId, personId, audience }: Place): Promise<Draft | null> {
  const draft = await tx.first<Draft>(sql`select body, audience, saved_at as "savedAt" from ticket_draft
    where account_id = ${accountId} and ticket_id = ${ticketId} and person_id = ${personId} and audience = ${audience}`);
  return draft ?? null;
}

export async function keepDraft(
  tx: Tx,
  { accountId, ticketId, personId, audience }: Place,
  body: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`insert into ticket_draft (account_id, ticket_id, person_id, body, audience, saved_at)
    values (${accountId}, ${ticketId}, ${personId}, ${body}, ${audience}, ${now.toString()})
    on conflict (account_id, ticket_id, person_id, audience) do update set body = excluded.body, saved_at = excluded.saved_at`);
}

export function forgetDraft(tx: Tx, { accountId, ticketId, personId, audience }: Place): void {
  tx.send(
    'forget-draft',
    sql`delete from ticket_draft where account_id = ${accountId} and ticket_id = ${ticketId} and person_id = ${personId} and audience = ${audience}`,
  );
}
