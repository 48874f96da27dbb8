import { useState } from 'react';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { OtherTicketSelect } from './other-ticket-select.tsx';

/** Goes on in another ticket of the account that is about the same thing. */
export function Merge({ ticket: { accountId, id, reference }, onClose }: ActProps) {
  const [intoId, setIntoId] = useState<string | null>(null);
  const merge = useTicketCall(
    'POST /accounts/:accountId/tickets/:ticketId/merging',
    { accountId, ticketId: id },
    { quiet: true },
  );
  const submit = () => {
    if (intoId !== null) merge.mutate({ body: { intoId } }, { onSuccess: onClose });
  };
  return (
    <ActForm
      title={`Merge #${reference} into another ticket`}
      says="Its own clocks end as merged, neither kept nor broken. The other one goes on, and this one leads to it."
      button="Merge"
      isPending={merge.isPending}
      isReady={intoId !== null}
      error={merge.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <OtherTicketSelect label="Into" accountId={accountId} without={id} isOpen value={intoId} onChange={setIntoId} />
    </ActForm>
  );
}
