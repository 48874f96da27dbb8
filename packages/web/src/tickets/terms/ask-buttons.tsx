import { Button } from '@mantine/core';
import { IconStairsUp } from '@tabler/icons-react';
import { useMe } from '../../api/me.ts';
import type { Act } from '../acts/act.ts';
import type { Ticket } from '../ticket.ts';
import { mayAskForSeverity, useTicketTerms } from './ticket-terms.ts';
import { laddersNow } from './what-to-ask.ts';

export type AskButtonsProps = { readonly ticket: Ticket; readonly onAct: (act: Act) => void };

/** What the description lets the reader ask for: absent where it offers nothing of the kind, or not to the reader. */
export function AskButtons({ ticket, onAct }: AskButtonsProps) {
  const me = useMe();
  const { data } = useTicketTerms({ accountId: ticket.accountId, ticketId: ticket.id });
  return (
    <>
      {mayAskForSeverity(me, ticket, data) && (
        <Button size="xs" variant="default" onClick={() => onAct('ask-for-severity')}>
          Ask for another severity…
        </Button>
      )}
      {data && laddersNow(data).length > 0 && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconStairsUp size={16} aria-hidden />}
          aria-keyshortcuts="x"
          onClick={() => onAct('escalate')}
        >
          Escalate…
        </Button>
      )}
    </>
  );
}
