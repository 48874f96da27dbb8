import { useState } from 'react';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { ReasonField } from './reason-field.tsx';

/** Begins it anew; what was kept or broken before stays so. */
export function Reopen({ ticket: { accountId, id }, onClose }: ActProps) {
  const [reason, setReason] = useState('');
  const reopen = useTicketCall(
    'POST /accounts/:accountId/tickets/:ticketId/reopening',
    { accountId, ticketId: id },
    { quiet: true },
  );
  return (
    <ActForm
      title="Reopen the ticket"
      says="A new cycle of its clocks begins. Those before it keep their outcome."
      button="Reopen"
      isPending={reopen.isPending}
      isReady={reason.trim() !== ''}
      error={reopen.error}
      onSubmit={() => reopen.mutate({ body: { reason: reason.trim() } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ReasonField label="Reason" description="Both sides read it." value={reason} onChange={setReason} hasFocus />
    </ActForm>
  );
}
