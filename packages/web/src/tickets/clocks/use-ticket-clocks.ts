import { useGet } from '../../api/use-get.ts';
import type { TicketIds } from '../ticket.ts';

/** More than any ticket has, but for one that is reported on for months. */
const MOST = 200;

/** Every clock of a ticket, of all its cycles. */
export function useTicketClocks({ accountId, ticketId }: TicketIds) {
  return useGet('GET /accounts/:accountId/obligations', {
    params: { accountId },
    query: { subjectId: ticketId, show: 'all', limit: MOST },
  });
}
