import { IconHourglassHigh, IconStairsUp } from '@tabler/icons-react';
import { Mark } from '../ui/mark.tsx';
import type { TicketRow } from './ticket.ts';

type TicketMarksProps = Pick<TicketRow, 'escalated' | 'waitsForApproval'>;

/** What was asked on a ticket and is not settled: as icon, word and colour. Nothing where nothing is. */
export function TicketMarks({ escalated, waitsForApproval }: TicketMarksProps) {
  return (
    <>
      {escalated && <Mark says="Escalated" colour="broken" Icon={IconStairsUp} />}
      {waitsForApproval && <Mark says="Waits for approval" colour="waived" Icon={IconHourglassHigh} />}
    </>
  );
}
