import { SegmentedControl } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { QueryState } from '../../ui/query-state.tsx';
import type { Act } from '../acts/act.ts';
import { TicketClocks } from '../clocks/ticket-clocks.tsx';
import { AskedFor } from '../terms/asked-for.tsx';
import type { Ticket } from '../ticket.ts';
import { keepPlace } from '../walk.ts';
import { Conversation } from './conversation.tsx';
import { audienceBegun } from './draft-store.ts';
import { TicketActions } from './ticket-actions.tsx';
import { TicketHead } from './ticket-head.tsx';
import classes from './ticket-page.module.css';
import { TicketSide } from './ticket-side.tsx';
import { useTicketKeys } from './use-ticket-keys.ts';

const route = getRouteApi('/signed-in/accounts/$accountId/tickets/$ticketId');

// Nobody acknowledges any sooner for what is only asked for now and then.
const TicketHistory = lazy(() => import('./ticket-history.tsx').then((module) => ({ default: module.TicketHistory })));
const ActDialogue = lazy(() => import('../acts/act-dialogue.tsx').then((module) => ({ default: module.ActDialogue })));

/** A ticket: its clocks, its conversation, and what can be done. The same for both sides, less what is internal. */
export function TicketPage() {
  const { accountId, ticketId } = route.useParams();
  const ticket = useGet('GET /accounts/:accountId/tickets/:ticketId', { params: { accountId, ticketId } });
  return (
    <QueryState query={ticket}>
      {/* Keys, drafts and dialogues belong to one ticket: with the next one all of them begin anew. */}
      {(data) => (data.id === ticketId ? <Shown key={data.id} ticket={data} /> : null)}
    </QueryState>
  );
}

function Shown({ ticket }: { readonly ticket: Ticket }) {
  const { accountId, id } = ticket;
  const { view } = route.useSearch();
  const navigate = useNavigate({ from: '/accounts/$accountId/tickets/$ticketId' });
  const [act, setAct] = useState<Act>();
  const { id: meId } = useMe();
  const [audience, setAudience] = useState(() => audienceBegun(meId, id));
  const field = useRef<HTMLTextAreaElement>(null);
  const show = (next: 'history' | undefined) => navigate({ search: { view: next }, replace: true });
  useEffect(() => keepPlace(id), [id]);
  useTicketKeys({
    ticket,
    field,
    onAct: setAct,
    onConversation: () => show(undefined),
    onAudience: setAudience,
    onView: () => show(view === 'history' ? undefined : 'history'),
  });
  return (
    <>
      <TicketHead ticket={ticket} />
      <TicketActions ticket={ticket} onAct={setAct} />
      <AskedFor ticket={ticket} onAct={setAct} />
      <TicketClocks accountId={accountId} ticketId={id} />
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <SegmentedControl
            size="xs"
            className={classes['views'] ?? ''}
            aria-label="What is shown"
            data={[
              { value: 'conversation', label: 'Conversation' },
              { value: 'history', label: 'History' },
            ]}
            value={view ?? 'conversation'}
            onChange={(value) => void show(value === 'history' ? 'history' : undefined)}
          />
          {view === 'history' ? (
            <Suspense>
              <TicketHistory ticket={ticket} />
            </Suspense>
          ) : (
            <Conversation {...{ ticket, field, audience }} onAudience={setAudience} />
          )}
        </div>
        <TicketSide ticket={ticket} onAct={setAct} />
      </div>
      <Suspense>{act && <ActDialogue act={act} ticket={ticket} onClose={() => setAct(undefined)} />}</Suspense>
    </>
  );
}
