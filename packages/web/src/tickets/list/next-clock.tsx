import { useMe } from '../../api/me.ts';
import { Instant } from '../../ui/instant.tsx';
import { Countdown } from '../countdown.tsx';
import type { TicketRow } from '../ticket.ts';
import classes from './ticket-list.module.css';

/** The clock that breaches next, counted down; where none runs, why. */
export function NextClock({ row: { next, state, side, accountZone, lastAt } }: { readonly row: TicketRow }) {
  const me = useMe();
  if (next)
    return (
      <span className={classes['cell']}>
        <Countdown dueAt={next.dueAt} accountZone={accountZone} />
        <span className={classes['about']}>{next.title}</span>
      </span>
    );
  const waits = me.side === 'customer' ? 'Waits for you' : 'Waits for the customer';
  const says = state === 'open' ? (side === 'provider' ? 'No clock runs' : waits) : 'Ended';
  return (
    <span className={classes['about']}>
      {says}
      <br />
      <Instant at={lastAt} accountZone={accountZone} />
    </span>
  );
}
