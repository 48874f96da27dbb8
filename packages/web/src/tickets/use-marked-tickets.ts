import { useMemo } from 'react';
import { useGet } from '../api/use-get.ts';
import type { TicketMarksProps } from './ticket-marks.tsx';

/** As many as one answer holds; those whose clocks breach first are among them. */
const MOST = 200;

/**
 * The few tickets on which something was asked and is not settled, by their ids, for lists of what is not a ticket itself. Of
 * all accounts, or of one.
 */
export function useMarkedTickets(accountId: string | undefined): ReadonlyMap<string, TicketMarksProps> {
  const of = { accountId, limit: MOST };
  const { data: escalated } = useGet('GET /tickets', { query: { ...of, escalated: 'true' } });
  const { data: waiting } = useGet('GET /tickets', { query: { ...of, state: 'open', waitsForApproval: 'true' } });
  return useMemo(
    () => new Map([...(escalated?.rows ?? []), ...(waiting?.rows ?? [])].map((ticket) => [ticket.id, ticket])),
    [escalated, waiting],
  );
}
