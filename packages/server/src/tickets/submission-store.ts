/** Writes of new tickets, of however many customers: what their first facts do not say. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { Submission } from './decide-ticket.ts';

export function writeSubmissions(tx: Tx, submissions: readonly Submission[], now: Temporal.Instant): void {
  const products = submissions.flatMap(({ accountId, ticketId, productId }) =>
    productId === undefined ? [] : [{ account_id: accountId, id: ticketId, product_id: productId }],
  );
  if (products.length > 0)
    tx.send(
      'products-of-tickets',
      sql`update ticket t set product_id = p.product_id
        from jsonb_to_recordset(${JSON.stringify(products)}) as p (account_id uuid, id uuid, product_id uuid)
        where t.account_id = p.account_id and t.id = p.id`,
    );
  const messages = submissions.map(({ message: m }) => ({
    account_id: m.accountId,
    id: m.id,
    ticket_id: m.ticketId,
    author_id: m.authorId,
    author_side: m.authorSide,
    audience: m.audience,
    body: m.body,
    via: m.via,
  }));
  tx.send(
    'first-messages',
    sql`insert into ticket_message (account_id, id, ticket_id, author_id, author_side, audience, body, via, at)
      select m.*, ${now.toString()}::timestamptz from jsonb_to_recordset(${JSON.stringify(messages)})
        as m (account_id uuid, id uuid, ticket_id uuid, author_id uuid, author_side text, audience text, body text, via text)`,
  );
  const files = submissions.flatMap(({ message: { accountId, id, fileIds } }) =>
    fileIds.map((fileId) => ({ account_id: accountId, message_id: id, file_id: fileId })),
  );
  if (files.length > 0)
    tx.send(
      'first-files',
      sql`insert into ticket_message_file (account_id, message_id, file_id)
        select * from jsonb_to_recordset(${JSON.stringify(files)}) as (account_id uuid, message_id uuid, file_id uuid)`,
    );
  const followers = submissions.flatMap(({ accountId, ticketId, followers: people }) =>
    people.map((personId) => ({ account_id: accountId, ticket_id: ticketId, person_id: personId })),
  );
  tx.send(
    'first-followers',
    sql`insert into ticket_follower (account_id, ticket_id, person_id, since)
      select f.*, ${now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(followers)}) as f (account_id uuid, ticket_id uuid, person_id uuid) on conflict do nothing`,
  );
}
