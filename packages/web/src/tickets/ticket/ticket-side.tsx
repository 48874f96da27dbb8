import { Button } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { DataPairs } from '../../ui/data-pairs.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Link } from '../../ui/link.tsx';
import type { Act } from '../acts/act.ts';
import { RelatedTickets } from '../company/related-tickets.tsx';
import type { Ticket } from '../ticket.ts';
import { ticketsHref } from '../ticket-search.ts';
import classes from './ticket-side.module.css';
import { useQuickActs } from './use-quick-acts.ts';

const RequesterStanding = lazy(() =>
  import('../aside/requester-standing.tsx').then((module) => ({ default: module.RequesterStanding })),
);
const KnownErrors = lazy(() => import('../aside/known-errors.tsx').then((module) => ({ default: module.KnownErrors })));

export type TicketSideProps = { readonly ticket: Ticket; readonly onAct: (act: Act) => void };

/** Who asked and whether entitled, who works on it, under which contract and which version of its description, what is known. */
export function TicketSide({ ticket, onAct }: TicketSideProps) {
  const { side: reader } = useMe();
  const { follow } = useQuickActs(ticket);
  const people = useGet('GET /accounts/:accountId/people', { params: { accountId: ticket.accountId } });
  const managers = (people.data?.team ?? [])
    .filter(({ roles }) => roles.includes('technical-account-manager'))
    .map(({ name }) => name);
  const { accountId, accountZone, contract, contractId, product, requester, assignee, queue, channel } = ticket;
  const { description, followers, following, receivedAt, lastAt, mayChange, state } = ticket;
  const isTheirs = mayChange && state === 'open';
  return (
    <aside className={classes['side']} aria-label="About the ticket">
      <DataPairs
        pairs={[
          ['Requested by', requester?.name],
          [
            'Assignee',
            <span key="assignee" className={classes['with']}>
              {assignee?.name ?? <span className={classes['none']}>nobody yet</span>}
              {isTheirs && (
                <Button size="compact-xs" variant="subtle" onClick={() => onAct('assign')}>
                  Assign
                </Button>
              )}
            </span>,
          ],
          ...(reader === 'provider' ? [['Queue', queue && <QueueLink key="queue" queue={queue} />] as const] : []),
          ['Product', product],
          ['Received', <Instant key="received" at={receivedAt} accountZone={accountZone} as="short" />],
          ['Latest', <Instant key="latest" at={lastAt} accountZone={accountZone} as="short" />],
          ...(managers.length > 0 ? [['Account manager', managers.join(', ')] as const] : []),
          ['Came by', channel === 'web' ? 'the web' : channel],
        ]}
      />
      <section aria-labelledby="under">
        <h2 id="under">Under</h2>
        {contractId === null ? (
          <p className={classes['none']}>no contract</p>
        ) : (
          <>
            <p>
              <Link href={`/accounts/${accountId}/contracts/${contractId}`}>{contract}</Link>
            </p>
            {description && (
              <p className={classes['none']}>
                {description.title}, version {description.version}, level {description.level}: as it was when the ticket
                was received.
              </p>
            )}
          </>
        )}
      </section>
      {reader === 'provider' && (
        <Suspense>
          <RequesterStanding ticket={ticket} />
          <KnownErrors accountId={accountId} ticketId={ticket.id} />
        </Suspense>
      )}
      <RelatedTickets ticket={ticket} onRelate={() => onAct('relate')} />
      <section aria-labelledby="followers">
        <h2 id="followers">Followers</h2>
        <p>{followers.length === 0 ? 'Nobody' : followers.map(({ name }) => name).join(', ')}</p>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={following ? <IconBellOff size={14} aria-hidden /> : <IconBell size={14} aria-hidden />}
          onClick={follow}
        >
          {following ? 'Follow no more' : 'Follow'}
        </Button>
      </section>
    </aside>
  );
}

/** To what else lies there. */
function QueueLink({ queue }: { readonly queue: string }) {
  return <Link href={ticketsHref({ queue })}>{queue}</Link>;
}
