import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '../../ui/link.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { Severity } from '../severity.tsx';
import { ticketHref } from '../ticket.ts';
import { TicketMarks } from '../ticket-marks.tsx';
import { TicketState } from '../ticket-state.tsx';
import { NewTicketButton } from '../submit/new-ticket-button.tsx';
import { NextClock } from './next-clock.tsx';
import { openTicketsOptions } from './open-tickets-options.ts';
import classes from './open-tickets.module.css';

/** The portal's home: what is open, what waits for the reader's side first, and the way to a new one. */
export function OpenTickets({ accountId }: { readonly accountId: string }) {
  const open = useQuery({ ...openTicketsOptions(accountId), placeholderData: keepPreviousData });
  return (
    <Section title="Your open tickets" actions={<NewTicketButton accountId={accountId} />}>
      <QueryState query={open}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <p className={classes['none']}>
              None. When something fails, or you wish for something, submit a ticket: you see beforehand what is
              promised for it and until when.
            </p>
          ) : (
            <>
              <ul className={classes['list']}>
                {rows.map((row) => (
                  <li key={row.id}>
                    <div className={classes['what']}>
                      <Link href={ticketHref(row)}>{row.subject}</Link>
                      <span className={classes['about']}>
                        <span>#{row.reference}</span>
                        <Severity severity={row.severity} />
                        <TicketState state={row.state} side={row.side} />
                        <TicketMarks {...row} />
                      </span>
                    </div>
                    <div className={classes['when']}>
                      <NextClock row={row} />
                    </div>
                  </li>
                ))}
              </ul>
              <p className={classes['all']}>
                <Link href={`/accounts/${accountId}/tickets`}>
                  {next === undefined ? 'All tickets' : 'All open tickets'}
                </Link>
              </p>
            </>
          )
        }
      </QueryState>
    </Section>
  );
}
