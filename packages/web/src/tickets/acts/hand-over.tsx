import { useState } from 'react';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { ReasonField } from './reason-field.tsx';

/** AC15: hands it to the customer with the reason, or takes it back. */
export function HandOver({ ticket: { accountId, id, side }, onClose }: ActProps) {
  const [reason, setReason] = useState('');
  const to = side === 'provider' ? 'customer' : 'provider';
  const hand = useTicketCall(
    'POST /accounts/:accountId/tickets/:ticketId/side',
    { accountId, ticketId: id },
    { quiet: true },
  );
  const isOver = to === 'customer';
  return (
    <ActForm
      title={isOver ? 'Hand it to the customer' : 'Take it back from the customer'}
      says={
        isOver
          ? 'Clocks that wait for the customer stand still until it comes back.'
          : 'The clocks that stood still go on.'
      }
      button={isOver ? 'Hand it over' : 'Take it back'}
      isPending={hand.isPending}
      isReady={reason.trim() !== ''}
      error={hand.error}
      onSubmit={() => hand.mutate({ body: { side: to, reason: reason.trim() } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ReasonField
        label="Reason"
        description={
          isOver ? 'What you wait for: the customer reads it.' : 'Why it is with us again: the customer reads it.'
        }
        value={reason}
        onChange={setReason}
        hasFocus
      />
    </ActForm>
  );
}
