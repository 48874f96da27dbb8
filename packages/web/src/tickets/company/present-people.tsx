import { IconEye, IconPencil } from '@tabler/icons-react';
import type { TicketIds } from '../ticket.ts';
import classes from './present-people.module.css';
import { usePresence } from './use-presence.ts';

/** Who else has the ticket open, and who writes, so that no two people answer at once. */
export function PresentPeople(ids: TicketIds) {
  const others = usePresence(ids);
  return (
    <div className={classes['present']} role="status" aria-label="Who else is here">
      {others.map(({ id, name, doing }) => (
        <span key={id} data-writes={doing === 'writes' || undefined}>
          {doing === 'writes' ? <IconPencil size={14} aria-hidden /> : <IconEye size={14} aria-hidden />}
          {name} {doing === 'writes' ? 'is writing' : 'is looking at it'}
        </span>
      ))}
    </div>
  );
}
