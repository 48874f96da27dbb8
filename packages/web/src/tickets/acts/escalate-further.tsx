import { useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { useTicketTerms } from '../terms/ticket-terms.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { ReasonField } from './reason-field.tsx';

/** Takes an escalation to whoever stands on the next step of its ladder. */
export function EscalateFurther({ ticket: { accountId, id }, onClose }: ActProps) {
  const { data } = useTicketTerms({ accountId, ticketId: id });
  const escalation = data?.escalations.find(({ state, nextRole }) => state !== 'closed' && nextRole !== null);
  const [reason, setReason] = useState('');
  const further = useCall('POST /accounts/:accountId/tickets/:ticketId/escalations/:escalationId/next-step', {
    quiet: true,
  });
  const submit = () => {
    if (!escalation) return;
    const params = { accountId, ticketId: id, escalationId: escalation.id };
    further.mutate({ params, body: { reason: reason.trim() } }, { onSuccess: onClose });
  };
  return (
    <ActForm
      title="Take the escalation one step further"
      says={escalation && `${escalation.nextRole ?? ''} is told at once.`}
      button="Take it further"
      isPending={further.isPending}
      isReady={escalation !== undefined && reason.trim() !== ''}
      error={further.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReasonField label="Reason" description="Both sides read it." value={reason} onChange={setReason} hasFocus />
    </ActForm>
  );
}
