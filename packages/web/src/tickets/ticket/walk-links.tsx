import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from '../../ui/link.tsx';
import { ticketHref } from '../ticket.ts';
import { keptWalk, placeIn } from '../walk.ts';
import classes from './walk-links.module.css';

/** The tickets before and after this one in the list it was opened from, and the way back to it. */
export function WalkLinks({ ticketId }: { readonly ticketId: string }) {
  const walk = keptWalk();
  const place = walk && placeIn(walk, ticketId);
  if (!walk || !place) return null;
  const { number, before, after } = place;
  return (
    <nav aria-label="Tickets of the list" className={classes['walk']}>
      {before && (
        <Link href={ticketHref(before)} aria-label="Ticket before" aria-keyshortcuts="k">
          <IconChevronLeft size={17} aria-hidden />
        </Link>
      )}
      <Link href={walk.href}>
        {number} of {walk.tickets.length}
      </Link>
      {after && (
        <Link href={ticketHref(after)} aria-label="Next ticket" aria-keyshortcuts="j">
          <IconChevronRight size={17} aria-hidden />
        </Link>
      )}
    </nav>
  );
}
