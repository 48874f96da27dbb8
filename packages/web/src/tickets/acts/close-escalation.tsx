import { useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { useTicketTerms } from '../terms/ticket-terms.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { ReasonField } from './reason-field.tsx';

/** Closes an escalation that was taken up, with what came of it. */
export function CloseEscalation({ ticket: { accountId, id }, onClose }: ActProps) {
  const { data } = useTicketTerms({ accountId, ticketId: id });
  const escalation = data?.escalations.find(({ state }) => state === 'taken');
  const [note, setNote] = useState('');
  const close = useCall('POST /accounts/:accountId/tickets/:ticketId/escalations/:escalationId/closing', {
    quiet: true,
  });
  const submit = () => {
    if (!escalation) return;
    const params = { accountId, ticketId: id, escalationId: escalation.id };
    close.mutate({ params, body: { note: note.trim() } }, { onSuccess: onClose });
  };
  return (
    <ActForm
      title="Close the escalation"
      says="The ticket stays as it is. It can be escalated anew."
      button="Close the escalation"
      isPending={close.isPending}
      isReady={escalation !== undefined && note.trim() !== ''}
      error={close.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReasonField
        label="What came of it"
        description="The customer reads it."
        value={note}
        onChange={setNote}
        hasFocus
      />
    </ActForm>
  );
}
