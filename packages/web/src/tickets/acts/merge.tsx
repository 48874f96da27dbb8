import { Select } from '@mantine/core';
import { useState } from 'react';
import { useGet } from '../../api/use-get.ts';
import { longList } from '../../ui/long-list.ts';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';

/** Goes on in another ticket of the account that is about the same thing. */
export function Merge({ ticket: { accountId, id, reference }, onClose }: ActProps) {
  const [intoId, setIntoId] = useState<string | null>(null);
  const open = useGet('GET /tickets', { query: { accountId, state: 'open', order: 'latest', limit: 200 } });
  const others = open.data?.rows.filter((row) => row.id !== id) ?? [];
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
      <Select
        label="Into"
        placeholder={others.length === 0 ? 'No other open ticket of the account' : 'By reference or subject'}
        searchable
        {...longList}
        nothingFoundMessage="No such open ticket"
        data={others.map((row) => ({ value: row.id, label: `#${row.reference} ${row.subject}` }))}
        value={intoId}
        onChange={setIntoId}
        data-autofocus
      />
    </ActForm>
  );
}
