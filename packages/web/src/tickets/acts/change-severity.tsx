import { useState } from 'react';
import { useGet } from '../../api/use-get.ts';
import { SeverityChoice } from '../submit/severity-choice.tsx';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { ReasonField } from './reason-field.tsx';

/** Where the description knows none, or the contract has ended, so that the form no longer offers it. */
const USUAL = [1, 2, 3, 4].map((severity) => ({ severity, name: '', criteria: [], alsoWithApproval: [] }));

/** AC11: another severity on the facts, by the same criteria as the customer had. */
export function ChangeSeverity({ ticket, onClose }: ActProps) {
  const { accountId, id, severity, contractId, kind } = ticket;
  const [chosen, setChosen] = useState(severity ?? undefined);
  const [reason, setReason] = useState('');
  const form = useGet('GET /accounts/:accountId/ticket-form', { params: { accountId } });
  const offer = form.data?.offers.find((each) => each.contractId === contractId && each.kind === kind);
  const change = useTicketCall(
    'POST /accounts/:accountId/tickets/:ticketId/severity',
    { accountId, ticketId: id },
    { quiet: true },
  );
  const submit = () => {
    if (chosen === undefined) return;
    change.mutate({ body: { severity: chosen, reason: reason.trim() } }, { onSuccess: onClose });
  };
  return (
    <ActForm
      title="Change the severity"
      says="New targets count from the same start, and pauses that were earned stay earned."
      button="Change it"
      isPending={change.isPending}
      isReady={chosen !== undefined && chosen !== severity && reason.trim() !== ''}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SeverityChoice choices={offer?.severities ?? USUAL} value={chosen} onChange={setChosen} />
      <ReasonField
        label="Reason"
        description="Which facts make it so: the customer reads it."
        value={reason}
        onChange={setReason}
      />
    </ActForm>
  );
}
