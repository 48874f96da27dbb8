import { Instant } from '../../ui/instant.tsx';
import { Countdown } from '../countdown.tsx';
import type { TicketRow } from '../ticket.ts';
import classes from './ticket-list.module.css';

/** The clock that breaches next, counted down; where none runs, why. */
export function NextClock({ row: { next, state, side, accountZone, lastAt } }: { readonly row: TicketRow }) {
  if (next)
    return (
      <span className={classes['cell']}>
        <Countdown dueAt={next.dueAt} accountZone={accountZone} />
        <span className={classes['about']}>{next.title}</span>
      </span>
    );
  const says = state === 'open' ? (side === 'customer' ? 'Waits for the customer' : 'No clock runs') : 'Ended';
  return (
    <span className={classes['about']}>
      {says}
      <br />
      <Instant at={lastAt} accountZone={accountZone} />
    </span>
  );
}
