import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import type { TicketIds } from '../ticket.ts';
import type { Draft } from './draft-store.ts';

/** After the last letter, so that a sentence is one call. */
const SETTLED_MS = 2000;

/**
 * Keeps a draft with the server as well, so that it is there at another machine; what this browser has comes first. Nobody is
 * told where that fails: the browser has the draft still.
 */
export function useDraftOnServer(
  { accountId, ticketId }: TicketIds,
  { body, isInternal, sending }: Draft,
  change: (by: (draft: Draft) => Partial<Draft>) => void,
  mayReply: boolean,
): void {
  const [wasEmpty] = useState(body === '' && !sending);
  const known = useRef('');
  useEffect(() => {
    if (!wasEmpty || !mayReply) return undefined;
    let isGone = false;
    const fetchDraft = async () => {
      const params = { accountId, ticketId };
      const { draft } = await call('GET /accounts/:accountId/tickets/:ticketId/draft', { params });
      if (isGone || draft === null) return;
      known.current = draft.body;
      change((now) =>
        now.body === '' && !now.sending ? { body: draft.body, isInternal: draft.audience === 'internal' } : {},
      );
    };
    fetchDraft().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [accountId, ticketId, change, wasEmpty, mayReply]);
  useEffect(() => {
    // Sending forgets it there.
    if (!mayReply || sending || body === known.current) return undefined;
    const timer = setTimeout(() => {
      known.current = body;
      const params = { accountId, ticketId };
      const kept =
        body.trim() === ''
          ? call('DELETE /accounts/:accountId/tickets/:ticketId/draft', { params })
          : call('PUT /accounts/:accountId/tickets/:ticketId/draft', {
              params,
              body: { body, audience: isInternal ? 'internal' : 'shared' },
            });
      kept.catch(() => undefined);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [accountId, ticketId, body, isInternal, sending, mayReply]);
}
