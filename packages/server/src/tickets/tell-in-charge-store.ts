/** Tells those who have a role, or whom a ticket concerns, what waits for them on it. */
import sql, { type Sql } from 'sql-template-tag';
import { tell } from '../obligations/index.ts';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { RoleOf } from './people-in-charge-views.ts';
import { awareOfProposal, lockToldOfProposal } from './severity-proposal-store.ts';
import type { LockedTicket } from './ticket-store.ts';

export type Telling = {
  readonly kind: string;
  /** The fact that it is told with. */
  readonly journalId: string | undefined;
  /** Nobody is told of what they did themselves. */
  readonly by: string;
};

/** The people of a role; and where `withDesk`, also whoever of the provider works on it or follows it. */
export function tellInCharge(
  tx: Tx,
  ticket: LockedTicket,
  { side, role }: RoleOf,
  telling: Telling & { readonly withDesk: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const { accountId, id, contractId } = ticket;
  const people = sql`select people_in_charge(${accountId}::uuid, ${contractId}::uuid, ${side}, ${role}) as person_id
    union select c.person_id from (${concerned(accountId, id)}) c join person p on p.id = c.person_id
      where ${telling.withDesk}::boolean and p.side = 'provider'`;
  return tellPeople(tx, 'tell-in-charge', ticket, people, telling, now);
}

/** Whoever follows it, asked for it or works on it, and this person. */
export function tellConcerned(
  tx: Tx,
  ticket: LockedTicket,
  personId: string | undefined,
  telling: Telling,
  now: Temporal.Instant,
): Promise<void> {
  const people = sql`${concerned(ticket.accountId, ticket.id)} union select ${personId ?? null}::uuid`;
  return tellPeople(tx, 'tell-concerned', ticket, people, telling, now);
}

/** Whoever learnt that a proposal of another severity waits for them: it does not any more. Before it is withdrawn. */
export async function tellWithdrawn(
  tx: Tx,
  ticket: LockedTicket,
  proposalId: string,
  telling: Telling,
  now: Temporal.Instant,
): Promise<void> {
  await lockToldOfProposal(tx, ticket.accountId, proposalId);
  await tellPeople(tx, 'tell-withdrawn', ticket, awareOfProposal(ticket.accountId, proposalId), telling, now);
}

function concerned(accountId: string, ticketId: string): Sql {
  return sql`select unnest(array[t.requester_id, t.assignee_id]) as person_id from ticket t where t.account_id = ${accountId} and t.id = ${ticketId}
    union select f.person_id from ticket_follower f where f.account_id = ${accountId} and f.ticket_id = ${ticketId}`;
}

function tellPeople(
  tx: Tx,
  statement: string,
  { accountId, reference, subject }: LockedTicket,
  people: Sql,
  { kind, journalId, by }: Telling,
  now: Temporal.Instant,
): Promise<void> {
  return asProgram(tx, (program) => {
    const told = sql`select p.id as person_id, ${kind}::text as kind, ${journalId ?? null}::uuid as journal_id, null::uuid as obligation_id,
        ${`#${reference} ${subject}`}::text as title
      from (${people}) c join person p on p.id = c.person_id
      where p.id <> ${by}::uuid and p.deactivated_at is null
        and (p.side = 'provider' or exists (select from membership m where m.account_id = ${accountId} and m.person_id = p.id))`;
    tell(program, statement, accountId, told, now);
    return Promise.resolve();
  });
}
