import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { AssigneeSelect } from './assignee-select.tsx';
import { QueueField } from './queue-field.tsx';

/** Who works on it, and in which queue it lies. */
export function Assign({ ticket, onClose }: ActProps) {
  const { accountId, id, version, assignee, queue } = ticket;
  const [personId, setPersonId] = useState(assignee?.id ?? null);
  const [before] = useState(assignee);
  const [place, setPlace] = useState(queue ?? '');
  const save = useTicketCall(
    'PATCH /accounts/:accountId/tickets/:ticketId',
    { accountId, ticketId: id },
    { quiet: true },
  );
  const submit = () =>
    save.mutate(
      { version, body: { assigneeId: personId, queue: place.trim() === '' ? null : place.trim() } },
      { onSuccess: onClose },
    );
  return (
    <ActForm
      title="Assign the ticket"
      button="Assign"
      isPending={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {before?.id !== assignee?.id && (
        <Alert color="larch" variant="light" role="alert" title="Somebody was faster">
          Meanwhile it was assigned to {assignee?.name ?? 'nobody'}. Assign it all the same, or leave it.
        </Alert>
      )}
      <AssigneeSelect accountId={accountId} value={personId} onChange={setPersonId} />
      <QueueField value={place} onChange={setPlace} />
    </ActForm>
  );
}
