import type { Act } from '../acts/act.ts';
import type { Ticket } from '../ticket.ts';
import { Escalation } from './escalation.tsx';
import { SeverityProposal } from './severity-proposal.tsx';
import { useTicketTerms } from './ticket-terms.ts';

export type AskedForProps = { readonly ticket: Ticket; readonly onAct: (act: Act) => void };

/** What was asked for on a ticket and is not settled: escalations that stand, another severity that waits. Nothing where nothing is. */
export function AskedFor({ ticket, onAct }: AskedForProps) {
  const { data } = useTicketTerms({ accountId: ticket.accountId, ticketId: ticket.id });
  if (!data) return null;
  return (
    <>
      {data.escalations
        .filter(({ state }) => state !== 'closed')
        .map((escalation) => (
          <Escalation
            key={escalation.id}
            ticket={ticket}
            escalation={escalation}
            mayRaise={data.ladders.some(({ ladder, mayRaise }) => mayRaise && ladder === escalation.ladder)}
            onAct={onAct}
          />
        ))}
      {data.proposal && (
        <SeverityProposal key={data.proposal.id} ticket={ticket} proposal={data.proposal} onAct={onAct} />
      )}
    </>
  );
}
