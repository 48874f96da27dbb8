/** Who has a ticket open, for some seconds. */
import sql from 'sql-template-tag';
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import type { Ids } from './ids.ts';

export type Present = Gives<'PUT /accounts/:accountId/tickets/:ticketId/presence'>['others'][number];
/** Browsers say it again every 20 seconds. */
const SECONDS = 45;

/** Only a change is told to others: saying the same again goes on quietly. */
export async function bePresent(
  tx: Tx,
  { accountId, ticketId }: Ids,
  { personId, side }: { readonly personId: string; readonly side: 'provider' | 'customer' },
  doing: Present['doing'],
  now: Temporal.Instant,
): Promise<void> {
  const at = now.toString();
  await tx.run(sql`insert into ticket_presence as p (account_id, ticket_id, person_id, side, doing, until)
    values (${accountId}, ${ticketId}, ${personId}, ${side}, ${doing}, ${now.add({ seconds: SECONDS }).toString()})
    on conflict (account_id, ticket_id, person_id) do update set doing = excluded.doing, until = excluded.until,
      changed_in = case when p.doing = excluded.doing and p.until > ${at}::timestamptz then p.changed_in else excluded.changed_in end`);
}

export async function leave(
  tx: Tx,
  { accountId, ticketId }: Ids,
  personId: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update ticket_presence set until = ${now.toString()}, changed_in = pg_current_xact_id()
    where account_id = ${accountId} and ticket_id = ${ticketId} and person_id = ${personId} and until > ${now.toString()}`);
}

/** Whoever else is there, as far as the transaction may see. */
export function othersPresent(
  tx: Tx,
  { accountId, ticketId }: Ids,
  personId: string,
  now: Temporal.Instant,
): Promise<Present[]> {
  return tx.rows<Present>(sql`select p.id, p.name, w.side, w.doing from ticket_presence w join person p on p.id = w.person_id
    where w.account_id = ${accountId} and w.ticket_id = ${ticketId} and w.person_id <> ${personId} and w.until > ${now.toString()}
    order by p.name`);
}
