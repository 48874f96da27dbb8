import { mayDo, type Me } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import type { Ticket, TicketIds } from '../ticket.ts';
import { casesByApproval, type TicketTerms } from './what-to-ask.ts';

/** What the terms under which it was received offer on a ticket, and what was asked for by them. */
export function useTicketTerms({ accountId, ticketId }: TicketIds) {
  return useGet('GET /accounts/:accountId/tickets/:ticketId/terms', { params: { accountId, ticketId } });
}

/** Whether the customer, or staff without the work on tickets, can ask for another severity; workers change it by the other dialogue. */
export function mayAskForSeverity(me: Me, ticket: Ticket, terms: TicketTerms | undefined): boolean {
  return (
    terms !== undefined &&
    ticket.state === 'open' &&
    !ticket.mayChange &&
    mayDo(me, 'tickets.reply', ticket.accountId) &&
    casesByApproval(terms, ticket.severity).length > 0
  );
}
