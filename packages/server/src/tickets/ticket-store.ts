/** Writes of tickets: what the journal does not say of them. State, severity and side follow the journal by a trigger. */
import sql, { join } from 'sql-template-tag';
import { lockUnitOfTicket } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';

export type LockedTicket = {
  readonly id: string;
  readonly accountId: string;
  readonly reference: number;
  readonly kind: 'incident' | 'service-request';
  readonly contractId: string | null;
  readonly state: 'open' | 'resolved' | 'closed' | 'declined' | 'merged';
  readonly side: 'provider' | 'customer';
  readonly severity: number | null;
  readonly isAcknowledged: boolean;
  readonly requesterId: string | null;
  readonly assigneeId: string | null;
  readonly queue: string | null;
  readonly subject: string;
  readonly productId: string | null;
  readonly version: number;
  /** When the last fact of it, or about it, was recorded, as far as the transaction sees them. */
  readonly recordedUntil: string | null;
};

/** Locks a ticket until the commit; undefined where there is none that the transaction may see. */
export async function lockTicket(tx: Tx, accountId: string, ticketId: string): Promise<LockedTicket | undefined> {
  lockUnitOfTicket(tx, accountId, ticketId);
  const locked = tx.prepared<Omit<LockedTicket, 'recordedUntil'>>(
    'lock-ticket',
    sql`select id, account_id as "accountId", reference, kind, contract_id as "contractId", state, side, severity,
      acknowledged_at is not null as "isAcknowledged", requester_id as "requesterId", assignee_id as "assigneeId", queue, subject, product_id as "productId", version
      from ticket where account_id = ${accountId} and id = ${ticketId} for no key update`,
  );
  // A statement of its own, which sees what was committed while the lock was waited for; it travels with the first one.
  const recorded = tx.prepared<Pick<LockedTicket, 'recordedUntil'>>(
    'recorded-until',
    sql`select greatest(
        (select max(recorded_at) from journal where account_id = ${accountId} and subject_id = ${ticketId}),
        (select max(recorded_at) from journal where account_id = ${accountId} and about_id = ${ticketId})) as "recordedUntil"`,
  );
  const [[ticket], [{ recordedUntil } = { recordedUntil: null }]] = await Promise.all([locked, recorded]);
  return ticket && { ...ticket, recordedUntil };
}

export type NewMessage = {
  readonly id: string;
  readonly accountId: string;
  readonly ticketId: string;
  readonly authorId: string | undefined;
  readonly authorSide: 'provider' | 'customer' | 'system';
  readonly audience: 'shared' | 'internal';
  readonly body: string;
  readonly via: string;
  readonly fileIds: readonly string[];
};

export function insertMessage(tx: Tx, m: NewMessage, now: Temporal.Instant): void {
  tx.send(
    'insert-message',
    sql`insert into ticket_message (account_id, id, ticket_id, author_id, author_side, audience, body, at, via)
      values (${m.accountId}, ${m.id}, ${m.ticketId}, ${m.authorId ?? null}, ${m.authorSide}, ${m.audience}, ${m.body}, ${now.toString()}, ${m.via})`,
  );
  if (m.fileIds.length > 0)
    tx.send(
      `insert-message-files-${m.fileIds.length}`,
      sql`insert into ticket_message_file (account_id, message_id, file_id) values ${join(m.fileIds.map((fileId) => sql`(${m.accountId}, ${m.id}, ${fileId})`))} on conflict do nothing`,
    );
}

/** What the new ticket has in common with the one that it was split from. */
export async function copyTicket(tx: Tx, accountId: string, fromId: string, toId: string): Promise<void> {
  await tx.run(sql`update ticket t set product_id = f.product_id, requester_id = f.requester_id, assignee_id = f.assignee_id, queue = f.queue
    from ticket f where t.account_id = ${accountId} and t.id = ${toId} and f.account_id = t.account_id and f.id = ${fromId}`);
  await tx.run(sql`insert into ticket_follower (account_id, ticket_id, person_id, since)
    select account_id, ${toId}, person_id, since from ticket_follower where account_id = ${accountId} and ticket_id = ${fromId} on conflict do nothing`);
}

/**
 * Moves messages: copies with their authors, instants and files stand in the other ticket, and those here say where they went; what
 * was written stays written, so that facts and notifications still find it. How many there were: not those moved before, nor the
 * first one, which says what the ticket is about.
 */
export async function moveMessages(
  tx: Tx,
  accountId: string,
  fromId: string,
  toId: string,
  messageIds: readonly string[],
): Promise<number> {
  const row = await tx.first<{ many: number }>(sql`with chosen as materialized (
      select m.*, uuid_v7() as copy_id from ticket_message m
      where account_id = ${accountId} and ticket_id = ${fromId} and id = any (${messageIds}::uuid[]) and moved_to is null
        and id <> (select id from ticket_message where account_id = ${accountId} and ticket_id = ${fromId} order by at, id limit 1)
    ), copied as (
      insert into ticket_message (account_id, id, ticket_id, author_id, author_side, audience, body, at, via)
      select account_id, copy_id, ${toId}, author_id, author_side, audience, body, at, via from chosen returning account_id, id
    ), attached as (
      insert into ticket_message_file (account_id, message_id, file_id)
      select c.account_id, c.copy_id, f.file_id from chosen c join ticket_message_file f on f.account_id = c.account_id and f.message_id = c.id
    ), moved as (
      update ticket_message m set moved_to = ${toId} from chosen c where m.account_id = c.account_id and m.id = c.id
    )
    select count(*) as many from copied`);
  return row?.many ?? 0;
}

export type Desk = {
  readonly assigneeId: string | null;
  readonly queue: string | null;
  readonly subject: string;
  readonly productId: string | null;
};

export async function saveDesk(tx: Tx, accountId: string, ticketId: string, desk: Desk): Promise<void> {
  const { assigneeId, queue, subject, productId } = desk;
  await tx.run(sql`update ticket set assignee_id = ${assigneeId}, queue = ${queue}, subject = ${subject},
      product_id = ${productId}, version = version + 1
    where account_id = ${accountId} and id = ${ticketId}`);
}

export async function saveMerge(tx: Tx, accountId: string, ticketId: string, intoId: string): Promise<void> {
  await tx.run(sql`update ticket set merged_into = ${intoId} where account_id = ${accountId} and id = ${ticketId}`);
}

export function follow(tx: Tx, accountId: string, ticketId: string, personId: string, now: Temporal.Instant): void {
  tx.send(
    'follow-ticket',
    sql`insert into ticket_follower (account_id, ticket_id, person_id, since) values (${accountId}, ${ticketId}, ${personId}, ${now.toString()})
      on conflict do nothing`,
  );
}

export async function unfollow(tx: Tx, accountId: string, ticketId: string, personId: string): Promise<void> {
  await tx.run(
    sql`delete from ticket_follower where account_id = ${accountId} and ticket_id = ${ticketId} and person_id = ${personId}`,
  );
}
