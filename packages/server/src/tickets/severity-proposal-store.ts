/** Reads and writes of another severity that waits for an approval: one at most for each ticket. */
import sql, { type Sql } from 'sql-template-tag';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import { utcOf, whoOf } from '../platform/database/written-shapes.ts';
import type { RoleOf } from './people-in-charge-views.ts';
import type { Ids } from './ids.ts';

export type SeverityProposal = RoleOf & {
  /** Of the fact that proposed it. */
  readonly id: string;
  readonly severity: number;
  readonly because: string;
  readonly reason: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string;
};

/** What waits on a ticket, if anything. */
export function waitingProposal(tx: Tx, { accountId, ticketId }: Ids): Promise<SeverityProposal | undefined> {
  return tx.first<SeverityProposal>(sql`select s.id, s.severity, s.because, s.reason, s.side, s.role,
      ${whoOf('p')} as by,
      ${utcOf('s.proposed_at')} as at
    from severity_proposal s left join person p on p.id = s.proposed_by where s.account_id = ${accountId} and s.ticket_id = ${ticketId}`);
}

/** On a ticket that is locked, so that nobody else decides meanwhile. */
export async function insertProposal(
  tx: Tx,
  { accountId, ticketId }: Ids,
  { id, severity, because, reason, side, role }: Omit<SeverityProposal, 'by' | 'at'>,
  personId: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`insert into severity_proposal (account_id, ticket_id, id, severity, because, reason, side, role, proposed_by, proposed_at)
    values (${accountId}, ${ticketId}, ${id}, ${severity}, ${because}, ${reason}, ${side}, ${role}, ${personId}, ${now.toString()})`);
}

/** Nobody has to decide any more; those who were told that they have are told so. */
export async function deleteProposal(tx: Tx, { accountId, ticketId }: Ids): Promise<void> {
  await tx.run(sql`delete from severity_proposal where account_id = ${accountId} and ticket_id = ${ticketId}`);
}

/**
 * As `deleteProposal`. Who did not learn yet that it waits for them, reads that it was withdrawn, and is not mailed; whoever read
 * it or was mailed is told anew by `tellWithdrawn`, and has nothing more to read of the old notice.
 */
export async function withdrawProposal(tx: Tx, ids: Ids, id: string, now: Temporal.Instant): Promise<void> {
  await asProgram(tx, (program) =>
    program.run(sql`update notification set kind = 'ticket.severity-change-settled', read_at = coalesce(read_at, ${now.toString()})
      where ${toldThatItWaits(ids.accountId, id)} and ${LEARNT}`),
  );
  await tx.run(sql`select settle_severity_proposal(${ids.accountId}, ${id}, 'ticket.severity-change-withdrawn')`);
  await deleteProposal(tx, ids);
}

/** Whoever knows that this proposal waits for them, as rows of (person_id): by the application, or by a mail. For the program's eyes. */
export function awareOfProposal(accountId: string, id: string): Sql {
  return sql`select person_id from notification where ${toldThatItWaits(accountId, id)} and ${LEARNT}`;
}

/** No mail tells of it meanwhile: who learnt of it stays as it is until the transaction ends. */
export async function lockToldOfProposal(tx: Tx, accountId: string, id: string): Promise<void> {
  await asProgram(tx, (program) =>
    program.run(sql`select from notification where ${toldThatItWaits(accountId, id)} order by id for update`),
  );
}

const LEARNT = sql`(mailed_at is not null or read_at is not null)`;
function toldThatItWaits(accountId: string, id: string): Sql {
  return sql`account_id = ${accountId} and journal_id = ${id} and kind = 'ticket.severity-change-proposed'`;
}
