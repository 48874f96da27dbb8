import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import type { TicketIds } from '../ticket.ts';
import type { Audience } from './draft-store.ts';
import type { Draft } from './kept-drafts.ts';

/** After the last letter, so that a sentence is one call. */
const SETTLED_MS = 2000;

/**
 * Keeps a draft with the server as well, so that it is there at another machine; what this browser has comes first. Nobody is
 * told where that fails: the browser has the draft still.
 */
export function useDraftOnServer(
  { accountId, ticketId, audience }: TicketIds & { readonly audience: Audience },
  { body, sending }: Draft,
  change: (by: (draft: Draft) => Partial<Draft>) => void,
  mayWrite: boolean,
): void {
  const [wasEmpty] = useState(body === '' && !sending);
  const known = useRef('');
  useEffect(() => {
    if (!wasEmpty || !mayWrite) return undefined;
    let isGone = false;
    const fetchDraft = async () => {
      const params = { accountId, ticketId, audience };
      const { draft } = await call('GET /accounts/:accountId/tickets/:ticketId/drafts/:audience', { params });
      if (isGone || draft === null) return;
      known.current = draft.body;
      change((now) => (now.body === '' && !now.sending ? { body: draft.body } : {}));
    };
    fetchDraft().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [accountId, ticketId, audience, change, wasEmpty, mayWrite]);
  useEffect(() => {
    // Sending forgets it there.
    if (!mayWrite || sending || body === known.current) return undefined;
    const timer = setTimeout(() => {
      known.current = body;
      const params = { accountId, ticketId, audience };
      const kept =
        body.trim() === ''
          ? call('DELETE /accounts/:accountId/tickets/:ticketId/drafts/:audience', { params })
          : call('PUT /accounts/:accountId/tickets/:ticketId/drafts/:audience', { params, body: { body } });
      kept.catch(() => undefined);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [accountId, ticketId, audience, body, sending, mayWrite]);
}
