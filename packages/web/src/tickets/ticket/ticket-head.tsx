import { Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Instant } from '../../ui/instant.tsx';
import { Link } from '../../ui/link.tsx';
import { Severity } from '../severity.tsx';
import { KIND_WORDS, ticketHref, type Ticket } from '../ticket.ts';
import { TicketState } from '../ticket-state.tsx';
import classes from './ticket-head.module.css';
import { WalkLinks } from './walk-links.tsx';
import { PresentPeople } from '../company/present-people.tsx';

/** What it is, how grave, with whom it is, and why it waits. */
export function TicketHead({ ticket }: { readonly ticket: Ticket }) {
  const { reference, kind, subject, severity, severityName, state, side, breached, mergedInto, accountId } = ticket;
  const { account } = ticket;
  const { waitsFor, receivedAt, accountZone, acknowledgedAt, endedAt, endedBecause } = ticket;
  return (
    <header className={classes['head']}>
      <div className={classes['line']}>
        <span className={classes['reference']}>
          #{reference} · {KIND_WORDS[kind]} · <Link href={`/accounts/${accountId}`}>{account}</Link>
        </span>
        <PresentPeople accountId={accountId} ticketId={ticket.id} />
        <WalkLinks ticketId={ticket.id} />
      </div>
      <Title order={1} className={classes['title'] ?? ''}>
        {subject}
      </Title>
      <div className={classes['facts']}>
        <TicketState state={state} side={side} />
        <Severity severity={severity} name={severityName} />
        {breached && (
          <span className={classes['broken']}>
            <IconAlertTriangle size={15} aria-hidden /> A promise was broken
          </span>
        )}
        <span>
          received <Instant at={receivedAt} accountZone={accountZone} />
        </span>
        <span>
          {acknowledgedAt === null ? (
            'not yet acknowledged'
          ) : (
            <>
              acknowledged <Instant at={acknowledgedAt} accountZone={accountZone} />
            </>
          )}
        </span>
        {endedAt !== null && (
          <span>
            {state} <Instant at={endedAt} accountZone={accountZone} />
            {endedBecause !== null && ` (${endedBecause.replaceAll('-', ' ')})`}
          </span>
        )}
      </div>
      {mergedInto && (
        <p className={classes['waits']}>
          It goes on in{' '}
          <Link href={ticketHref({ accountId, id: mergedInto.id })}>
            #{mergedInto.reference} {mergedInto.subject}
          </Link>
          .
        </p>
      )}
      {state === 'open' && side === 'customer' && waitsFor !== null && waitsFor !== '' && (
        <p className={classes['waits']}>
          <b>Waits for the customer:</b> {waitsFor}
        </p>
      )}
    </header>
  );
}
