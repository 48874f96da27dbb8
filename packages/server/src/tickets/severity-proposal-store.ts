/** Reads and writes of another severity that waits for an approval: one at most for each ticket. */
import sql from 'sql-template-tag';
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

/** As `deleteProposal`; those who were told that it waits for them read that it was withdrawn. */
export async function withdrawProposal(tx: Tx, ids: Ids, id: string): Promise<void> {
  await tx.run(sql`select settle_severity_proposal(${ids.accountId}, ${id}, 'ticket.severity-change-withdrawn')`);
  await deleteProposal(tx, ids);
}
