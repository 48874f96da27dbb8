import { useMe } from '../../api/me.ts';
import type { Ticket } from '../ticket.ts';
import { useTicketCall } from './use-ticket-call.ts';

/** What is done by one key, without a dialogue; undefined where it is not to be done. */
export function useQuickActs(ticket: Ticket): {
  readonly acknowledge: (() => void) | undefined;
  readonly take: (() => void) | undefined;
  readonly follow: () => void;
} {
  const me = useMe();
  const { accountId, id, version, state, mayChange, acknowledgedAt, assignee, following } = ticket;
  const ids = { accountId, ticketId: id };
  const acknowledging = useTicketCall('POST /accounts/:accountId/tickets/:ticketId/acknowledgement', ids, {
    act: 'Acknowledge the ticket',
    shows: () => ({ acknowledgedAt: new Date().toISOString() }),
  });
  const taking = useTicketCall('PATCH /accounts/:accountId/tickets/:ticketId', ids, {
    act: 'Take the ticket',
    shows: () => ({ assignee: { id: me.id, name: me.name } }),
  });
  const own = { id: me.id, name: me.name };
  const joining = useTicketCall('PUT /accounts/:accountId/tickets/:ticketId/followers/me', ids, {
    act: 'Follow the ticket',
    shows: ({ followers }) => ({ following: true, followers: [...followers, own] }),
  });
  const leaving = useTicketCall('DELETE /accounts/:accountId/tickets/:ticketId/followers/me', ids, {
    act: 'Follow the ticket no more',
    shows: ({ followers }) => ({ following: false, followers: followers.filter((each) => each.id !== me.id) }),
  });
  const isOpen = mayChange && state === 'open';
  return {
    acknowledge: isOpen && acknowledgedAt === null ? () => acknowledging.mutate({}) : undefined,
    take: isOpen && assignee?.id !== me.id ? () => taking.mutate({ version, body: { assigneeId: me.id } }) : undefined,
    follow: () => (following ? leaving : joining).mutate({}),
  };
}
