import { useGet } from '../../api/use-get.ts';
import { Link } from '../../ui/link.tsx';
import { timelineHref } from '../../accounts/timeline/timeline-search.ts';
import type { TicketIds } from '../ticket.ts';
import classes from './aside.module.css';

/** AC19: what is known of the account already: problems with a cause and a remedy, those of the ticket and its product first. */
export function KnownErrors({ accountId, ticketId }: TicketIds) {
  const { data } = useGet('GET /accounts/:accountId/tickets/:ticketId/known-errors', {
    params: { accountId, ticketId },
  });
  if (!data || data.rows.length === 0) return null;
  return (
    <section aria-labelledby="known-errors">
      <h2 id="known-errors">Known errors</h2>
      <ul className={classes['list']}>
        {data.rows.map(({ id, title, remedy, isOfTicket, isOfProduct }) => (
          <li key={id}>
            <Link href={timelineHref(accountId, { subject: id })}>{title}</Link>{' '}
            <span className={classes['quiet']}>
              {isOfTicket ? 'the cause of this ticket' : isOfProduct ? 'same product' : ''}
            </span>
            {remedy !== null && remedy !== '' && <p className={classes['quiet']}>{remedy}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
