import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { useMe } from '../../api/me.ts';
import { messageKey, useDraft } from '../ticket/draft-store.ts';
import type { TicketIds } from '../ticket.ts';

export type Present = Awaited<ReturnType<typeof sayPresent>>['others'][number];
type Doing = Present['doing'];

/** The server forgets who has not said so for 45 seconds. */
const ANEW_MS = 20_000;
/** Somebody who stopped typing that long ago only looks. */
const WRITES_MS = 10_000;

/** Says that one is there, and gives who else is: looking or writing. A tab in the background says nothing. */
export function usePresence({ accountId, ticketId }: TicketIds): readonly Present[] {
  const doing = useDoing(ticketId);
  const { data } = useQuery({
    // live.ts finds it by this when somebody comes, goes or begins to write.
    queryKey: ['presence', { params: { accountId, ticketId } }, doing],
    queryFn: () => sayPresent({ accountId, ticketId }, doing),
    refetchInterval: ANEW_MS,
    staleTime: 0,
    // Nobody misses it while the server is away; its own banner tells of that.
    throwOnError: false,
    placeholderData: (before) => before,
  });
  useEffect(
    () => () => {
      const params = { accountId, ticketId };
      call('DELETE /accounts/:accountId/tickets/:ticketId/presence', { params }).catch(() => undefined);
    },
    [accountId, ticketId],
  );
  return data?.others ?? [];
}

function sayPresent(ids: TicketIds, doing: 'looks' | 'writes') {
  return call('PUT /accounts/:accountId/tickets/:ticketId/presence', { params: ids, body: { doing } });
}

function useDoing(ticketId: string): Doing {
  const me = useMe();
  const reply = useDraft(messageKey(me.id, ticketId, 'shared'));
  const note = useDraft(messageKey(me.id, ticketId, 'internal'));
  const body = `${reply.body}${note.body}`;
  const [first] = useState(body);
  const [doing, setDoing] = useState<Doing>('looks');
  useEffect(() => {
    // What was kept from another day is not being written.
    if (body === first || body === '') {
      setDoing('looks');
      return undefined;
    }
    setDoing('writes');
    const timer = setTimeout(() => setDoing('looks'), WRITES_MS);
    return () => clearTimeout(timer);
  }, [body, first]);
  return doing;
}
