import {
  IconArrowMerge,
  IconCircleCheck,
  IconCircleOff,
  IconClock,
  IconHourglass,
  IconLockCheck,
} from '@tabler/icons-react';
import { useMe } from '../api/me.ts';
import { Mark } from '../ui/mark.tsx';
import { sideWords, type TicketRow } from './ticket.ts';

const ENDED = {
  resolved: { says: 'Resolved', colour: 'kept', Icon: IconCircleCheck },
  closed: { says: 'Closed', colour: 'void', Icon: IconLockCheck },
  declined: { says: 'Declined', colour: 'waived', Icon: IconCircleOff },
  merged: { says: 'Merged', colour: 'void', Icon: IconArrowMerge },
} as const;

/** How a ticket ended; of an open one, who has to act next. As icon, word and colour, never by colour alone. */
export function TicketState({ state, side }: Pick<TicketRow, 'state' | 'side'>) {
  const me = useMe();
  if (state !== 'open') return <Mark {...ENDED[state]} />;
  const says = sideWords(side, me.side);
  // The clocks of what waits for the customer stand still.
  return side === 'customer' ? (
    <Mark says={says} colour="paused" Icon={IconHourglass} />
  ) : (
    <Mark says={says} colour="open" Icon={IconClock} />
  );
}
