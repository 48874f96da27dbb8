import { mayDo, useMe } from '../../api/me.ts';
import type { Ticket } from '../ticket.ts';
import { mayBeDone, type MayBeDone } from './may-be-done.ts';

/** What the reader may do to a ticket as it stands, for its buttons and its keys alike: only what would not be refused. */
export function useMayBeDone(ticket: Ticket): MayBeDone {
  const me = useMe();
  return mayBeDone(ticket, (action) => mayDo(me, action, ticket.accountId));
}
