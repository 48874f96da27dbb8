/** Mentions: whom a message tells by name. */
import sql from 'sql-template-tag';
import { tell } from '../obligations/index.ts';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import { seesAsStaff } from './staff-views.ts';
import type { LockedTicket } from './ticket-store.ts';

/** Whether all of them can read a message of this audience: staff who see the account, and of a shared one its own people. */
export async function areReached(
  tx: Tx,
  accountId: string,
  people: readonly string[],
  audience: 'shared' | 'internal',
): Promise<boolean> {
  const unreached = await asProgram(tx, (program) =>
    program.first(sql`select id from unnest(${people}::uuid[]) as wanted (id)
      where not exists (select from person p where p.id = wanted.id and (${seesAsStaff(accountId)}
        or (${audience === 'shared'} and p.deactivated_at is null and p.erased_at is null
          and exists (select from membership m where m.account_id = ${accountId} and m.person_id = p.id)))) limit 1`),
  );
  return unreached === undefined;
}

/** They follow the ticket from now on, and are told that they are meant instead of that something was written. */
export async function mention(
  tx: Tx,
  { accountId, id, reference, subject }: LockedTicket,
  people: readonly string[],
  journalIds: readonly string[],
  by: string,
  now: Temporal.Instant,
): Promise<void> {
  const [journalId = null] = journalIds.slice(-1);
  await asProgram(tx, async (program) => {
    await program.run(sql`insert into ticket_follower (account_id, ticket_id, person_id, since)
      select ${accountId}::uuid, ${id}::uuid, person_id, ${now.toString()}::timestamptz from unnest(${people}::uuid[]) person_id on conflict do nothing`);
    await program.run(sql`delete from notification where account_id = ${accountId} and person_id = any (${people}::uuid[])
      and journal_id = any (${journalIds}::uuid[]) and kind in ('ticket.replied', 'ticket.noted')`);
    const told = sql`select person_id, 'ticket.mentioned' as kind, ${journalId}::uuid as journal_id, null::uuid as obligation_id,
        ${`#${reference} ${subject}`}::text as title
      from unnest(${people}::uuid[]) person_id where person_id <> ${by}::uuid`;
    tell(program, 'tell-of-mention', accountId, told, now);
  });
}
