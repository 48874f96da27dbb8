/** Whom a mail is for, and what it tells of. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import { ofTicket } from './of-ticket-views.ts';

export type Recipient = {
  readonly name: string;
  readonly email: string;
  readonly zone: string;
  /** Who provides the service. */
  readonly sender: string;
};

/** Undefined for people who were deactivated or erased. */
export async function recipientOf(tx: Tx, personId: string): Promise<Recipient | undefined> {
  const [recipient] = await tx.prepared<Recipient>(
    'recipient-of',
    sql`select name, email, zone, coalesce((select value #>> '{}' from setting where name = 'provider-name'), 'Tamarack') as sender
      from person where id = ${personId} and deactivated_at is null and erased_at is null`,
  );
  return recipient;
}

export type Told = {
  readonly kind: string;
  readonly title: string;
  /** Absent where it concerns none. */
  readonly accountId: string | null;
  readonly account: string | null;
  readonly obligationId: string | null;
  readonly descriptionId: string | null;
  readonly versionId: string | null;
  readonly ticketId: string | null;
  readonly subject: string | null;
  /** What was said with it: a reply, a reason. */
  readonly words: string | null;
  readonly dueAt: string | null;
  readonly createdAt: string;
};

/** What these notifications tell, which the person was not mailed yet; oldest first. */
export function toldBy(tx: Tx, personId: string, ids: readonly string[]): Promise<Told[]> {
  return tx.prepared<Told>(
    'told-by',
    sql`select n.kind, n.title, n.account_id as "accountId", a.name as account, o.id as "obligationId", o.subject,
      coalesce(m.body, case when t.id is not null then j.note end) as words,
      coalesce(o.due_at, case n.kind
        when 'ticket.received' then t.next_due_at
        when 'ticket.handed-to-customer' then (select min(w.due_at) from obligation w
          where w.account_id = t.account_id and w.subject_id = t.id and w.side = 'customer' and w.state = 'open')
      end) as "dueAt", t.id as "ticketId", v.description_id as "descriptionId", n.version_id as "versionId", n.created_at as "createdAt"
    from told n left join account a on a.account_id = n.account_id left join description_version v on v.id = n.version_id
      left join obligation o on o.account_id = n.account_id and o.id = n.obligation_id
      left join journal j on j.account_id = n.account_id and j.id = n.journal_id ${ofTicket}
      -- What was written with the fact was written at the same instant by the same person.
      left join lateral (select body from ticket_message w where w.account_id = t.account_id and w.ticket_id = t.id and w.at = j.recorded_at
        and w.author_id = j.by_person limit 1) m on true
    where n.person_id = ${personId} and n.mailed_at is null and n.id = any (${ids}::uuid[]) order by n.created_at, n.id`,
  );
}
