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
      order by journal.transaction, position limit ${limit}`,
  );
}

/** The end of what can be followed now. */
export async function latestPlace(tx: Tx): Promise<FeedPlace> {
  const [row] = await tx.rows<FeedPlace>(sql`select transaction::text as transaction, position from journal
    where transaction < (select ended_before()) order by journal.transaction desc, position desc limit 1`);
  return row ?? { transaction: '0', position: 0 };
}

/** Somebody came to a ticket, left it, or began to write on it. */
export type FeedPresence = {
  readonly accountId: string;
  readonly ticketId: string;
  readonly side: 'provider' | 'customer';
};

/** What a follower has seen: PostgreSQL's own word for it, which says of each transaction whether it had ended by then. */
export async function seenNow(tx: Tx): Promise<string> {
  const [row] = await tx.prepared<{ seen: string }>('seen-now', sql`select pg_current_snapshot()::text as seen`);
  return row?.seen ?? '';
}

/**
 * What changed since `seen`. By what was seen and not by a number that counts up: a transaction that took its number early and
 * ends late would be missed. Nobody has to wait for it either, for here the order says nothing.
 */
export function presencesSince(tx: Tx, seen: string): Promise<FeedPresence[]> {
  return tx.prepared<FeedPresence>(
    'presences-since',
    sql`select account_id as "accountId", ticket_id as "ticketId", side from ticket_presence
      where changed_in >= pg_snapshot_xmin(${seen}::pg_snapshot) and not pg_visible_in_snapshot(changed_in, ${seen}::pg_snapshot)
        and pg_visible_in_snapshot(changed_in, pg_current_snapshot())`,
  );
}
