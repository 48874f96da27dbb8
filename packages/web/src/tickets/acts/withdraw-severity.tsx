import { useState } from 'react';
import { useTicketTerms } from '../terms/ticket-terms.ts';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { ReasonField } from './reason-field.tsx';

/** Takes back what somebody asked for themselves, before it was answered. */
export function WithdrawSeverity({ ticket: { accountId, id }, onClose }: ActProps) {
  const ids = { accountId, ticketId: id };
  const { data } = useTicketTerms(ids);
  // The one that was there when the dialogue opened: another may wait by the time that it is sent.
  const [proposalId] = useState(data?.proposal?.id);
  const [note, setNote] = useState('');
  const withdraw = useTicketCall('POST /accounts/:accountId/tickets/:ticketId/severity-proposal/withdrawal', ids, {
    quiet: true,
  });
  return (
    <ActForm
      title="Withdraw what you asked for"
      says="The severity stays as it is, and nobody has to decide. It can be asked for anew."
      button="Withdraw it"
      isPending={withdraw.isPending}
      isReady={proposalId !== undefined}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate({ body: { note: note.trim(), proposalId } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ReasonField
        label="Why, if you like"
        description="Both sides read it in the history."
        value={note}
        onChange={setNote}
        isRequired={false}
        hasFocus
      />
    </ActForm>
  );
}
