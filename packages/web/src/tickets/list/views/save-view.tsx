import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { useCall } from '../../../api/use-call.ts';
import { refusedFields } from '../../../ui/refused-fields.ts';
import { ActForm } from '../../acts/act-form.tsx';
import { filterOf, type TicketSearch } from '../../ticket-search.ts';

/** Keeps filters and order under a name, for oneself or for all of the staff. */
export function SaveView({ search, onClose }: { readonly search: TicketSearch; readonly onClose: () => void }) {
  const { side } = useMe();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const save = useCall('POST /ticket-views', { quiet: true, refreshes: ['GET /ticket-views'] });
  const submit = () =>
    save.mutate({ body: { name: name.trim(), filter: filterOf(search), isShared } }, { onSuccess: onClose });
  return (
    <ActForm
      title="Save as a view"
      says="Filters, search and order, under a name, with a count that is always true."
      button="Save"
      isPending={save.isPending}
      isReady={name.trim() !== ''}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        maxLength={80}
        data-autofocus
        value={name}
        error={refusedFields(save.error)['name']}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {side === 'provider' && (
        <Checkbox
          label="Share it with all of the staff"
          checked={isShared}
          onChange={({ currentTarget }) => setShared(currentTarget.checked)}
        />
      )}
    </ActForm>
  );
}
