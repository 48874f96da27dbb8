/** Reads the known errors of an account from the journal (AC19): problems of which that was declared. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { utcOf } from '../platform/database/written-shapes.ts';
import type { Ids } from './ids.ts';

type KnownError = Gives<'GET /accounts/:accountId/tickets/:ticketId/known-errors'>['rows'][number];

/** More than that nobody reads at the side of a ticket. */
const SHOWN = 10;

/** Those that stand: of the ticket first, then of its product, the latest declared first. */
export function knownErrors(tx: Tx, { accountId, ticketId }: Ids): Promise<KnownError[]> {
  return tx.rows<KnownError>(sql`
    with declared as materialized (
      select subject_id, min(at) as at from journal where account_id = ${accountId} and fact = 'problem.known-error-declared' group by subject_id
    )
    select d.subject_id as id, coalesce(t.title, 'Problem') as title, ${utcOf('d.at')} as "declaredAt",
      (select j.note from journal j where j.account_id = ${accountId} and j.subject_id = d.subject_id and j.note is not null
        and j.fact in ('problem.workaround-found', 'problem.alternative-found') order by j.at desc, j.position desc limit 1) as remedy,
      coalesce(of.ticket, false) as "isOfTicket", coalesce(of.product, false) as "isOfProduct"
    from declared d
      left join lateral (select title from journal j where j.account_id = ${accountId} and j.subject_id = d.subject_id and j.title is not null
        order by j.at, j.position limit 1) t on true
      left join lateral (select bool_or(j.about_id = own.id) as ticket, bool_or(other.product_id = own.product_id) as product
        from journal j join ticket own on own.account_id = j.account_id and own.id = ${ticketId}
          left join ticket other on other.account_id = j.account_id and other.id = j.about_id
        where j.account_id = ${accountId} and j.subject_id = d.subject_id and j.about_id is not null) of on true
    where not exists (select from journal j where j.account_id = ${accountId} and j.subject_id = d.subject_id and j.fact = 'problem.closed')
    order by "isOfTicket" desc, "isOfProduct" desc, d.at desc, d.subject_id limit ${SHOWN}`);
}
