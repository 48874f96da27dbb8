import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { OtherTicketSelect } from './other-ticket-select.tsx';

/** Says that another ticket of the account belongs to this one. */
export function Relate({ ticket: { accountId, id }, onClose }: ActProps) {
  const [otherId, setOtherId] = useState<string | null>(null);
  const [says, setSays] = useState<'relates-to' | 'caused-by'>('relates-to');
  const relate = useCall('PUT /accounts/:accountId/tickets/:ticketId/relations/:otherId', { quiet: true });
  const submit = () => {
    if (otherId === null) return;
    relate.mutate({ params: { accountId, ticketId: id, otherId }, body: { says } }, { onSuccess: onClose });
  };
  return (
    <ActForm
      title="Relate another ticket"
      button="Relate"
      isPending={relate.isPending}
      isReady={otherId !== null}
      error={relate.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <OtherTicketSelect label="Ticket" accountId={accountId} without={id} value={otherId} onChange={setOtherId} />
      <NativeSelect
        label="How"
        data={[
          { value: 'relates-to', label: 'It is about something related' },
          { value: 'caused-by', label: 'It caused this one' },
        ]}
        value={says}
        onChange={({ currentTarget: { value } }) => setSays(value === 'caused-by' ? value : 'relates-to')}
      />
    </ActForm>
  );
}
