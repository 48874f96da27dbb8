/** Reads the escalations of a ticket from the journal: each is a subject of its own that is about the ticket. */
import sql, { empty } from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { utcOf, whoOf } from '../platform/database/written-shapes.ts';
import type { Ids } from './ids.ts';

type Shown = Gives<'GET /accounts/:accountId/tickets/:ticketId/terms'>['escalations'][number];
export type Escalation = Omit<Shown, 'title' | 'role' | 'nextRole'>;

/** The latest first, those of broken promises among them; `step` counts from 1. With `escalationId` that one alone. */
export function escalationsOf(tx: Tx, { accountId, ticketId }: Ids, escalationId?: string): Promise<Escalation[]> {
  return tx.rows<Escalation>(sql`
    with own as materialized (
      select distinct subject_id from journal where account_id = ${accountId} and about_id = ${ticketId} and fact = 'escalation.raised'
        ${escalationId === undefined ? empty : sql`and subject_id = ${escalationId}`}
    ), happened as (
      select j.*, split_part(j.fact, '.', 2) as what from own join journal j on j.account_id = ${accountId} and j.subject_id = own.subject_id
      where j.fact in ('escalation.raised', 'escalation.raised-further', 'escalation.taken', 'escalation.closed')
    ), told as (
      select subject_id,
        (array_agg(what order by at desc, position desc))[1] as latest,
        -- The last word: who asked for this step, and why.
        (array_agg(id order by at desc, position desc) filter (where what in ('raised', 'raised-further')))[1] as asked,
        (array_agg(id order by at desc, position desc) filter (where what = 'taken'))[1] as taken,
        min(at) as raised_at
      from happened group by subject_id
    )
    select t.subject_id as id, coalesce(a.data ->> 'ladder', '') as ladder,
      case when a.data ->> 'step' ~ '^[1-9][0-9]{0,2}$' then (a.data ->> 'step')::int else 1 end as step,
      case t.latest when 'closed' then 'closed' when 'taken' then 'taken' else 'raised' end as state,
      a.note as reason, ${whoOf('p')} as by,
      ${utcOf('a.at')} as at,
      case when (k.at, k.position) > (a.at, a.position) then taker.name end as "takenBy",
      case when (k.at, k.position) > (a.at, a.position) then ${utcOf('k.at')} end as "takenAt"
    from told t join happened a on a.id = t.asked left join happened k on k.id = t.taken
      left join person p on p.id = a.by_person left join person taker on taker.id = k.by_person
    order by t.raised_at desc, t.subject_id`);
}
