/** The journal in the order in which it can be followed without missing anything. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** A place in that order: the transaction, and the position within. */
export type FeedPlace = { readonly transaction: string; readonly position: number };

export type FeedFact = FeedPlace & {
  readonly accountId: string;
  readonly fact: string;
  readonly subjectId: string;
  readonly aboutId: string | null;
  readonly audience: 'shared' | 'internal';
};

/** Facts after a place that nothing can come before any more. */
export function factsAfter(tx: Tx, { transaction, position }: FeedPlace, limit: number): Promise<FeedFact[]> {
  return tx.prepared<FeedFact>(
    'feed-after',
    sql`select transaction::text as transaction, position, account_id as "accountId", fact, subject_id as "subjectId", about_id as "aboutId", audience
      from journal where (transaction, position) > (${transaction}::xid8, ${position}) and transaction < (select ended_before())
      order by transaction, position limit ${limit}`,
  );
}

/** The end of what can be followed now. */
export async function latestPlace(tx: Tx): Promise<FeedPlace> {
  const [row] = await tx.rows<FeedPlace>(sql`select transaction::text as transaction, position from journal
    where transaction < (select ended_before()) order by transaction desc, position desc limit 1`);
  return row ?? { transaction: '0', position: 0 };
}

/** Somebody came to a ticket, left it, or began to write on it. */
export type FeedPresence = {
  readonly change: number;
  readonly accountId: string;
  readonly ticketId: string;
  readonly side: 'provider' | 'customer';
};

/** What changed after that number. One that is missed is said again within seconds, so they are followed by number alone. */
export function presencesAfter(tx: Tx, change: number): Promise<FeedPresence[]> {
  return tx.prepared<FeedPresence>(
    'presences-after',
    sql`select change, account_id as "accountId", ticket_id as "ticketId", side from ticket_presence where change > ${change} order by change limit 1000`,
  );
}

export async function latestPresence(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ change: number }>(sql`select coalesce(max(change), 0) as change from ticket_presence`);
  return row?.change ?? 0;
}
