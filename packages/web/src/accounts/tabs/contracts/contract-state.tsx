import { IconCalendarEvent, IconCircleCheck, IconCircleOff, IconHourglass } from '@tabler/icons-react';
import { Mark } from '../../../ui/mark.tsx';
import type { Contract } from './contract.ts';

const STATES = {
  proposed: { says: 'Waits for the customer', colour: 'waived', Icon: IconHourglass },
  upcoming: { says: 'Begins later', colour: 'open', Icon: IconCalendarEvent },
  running: { says: 'Running', colour: 'kept', Icon: IconCircleCheck },
  ended: { says: 'Ended', colour: 'void', Icon: IconCircleOff },
} as const;

/** The state of a contract as icon, word and colour; a change that waits is said as well. */
export function ContractState({ contract: { state, proposed } }: { readonly contract: Contract }) {
  return (
    <>
      <Mark {...STATES[state]} />{' '}
      {state !== 'proposed' && proposed !== null && (
        <Mark says="A change waits for the customer" colour="waived" Icon={IconHourglass} />
      )}
    </>
  );
}
