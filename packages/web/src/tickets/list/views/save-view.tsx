import { Checkbox, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { useCall } from '../../../api/use-call.ts';
import { refusedFields } from '../../../ui/refused-fields.ts';
import { ActForm } from '../../acts/act-form.tsx';
import type { SavedView } from './saved-view.ts';

const route = getRouteApi('/signed-in/tickets');

export type SaveViewProps = {
  readonly filter: SavedView['filter'];
  /** The view that gets another name or other readers; left out for a new one. */
  readonly view?: SavedView | undefined;
  readonly onClose: () => void;
};

/** Keeps filters, order and columns under a name, for oneself or for all of the staff. */
export function SaveView({ filter, view, onClose }: SaveViewProps) {
  const { side } = useMe();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/tickets' });
  const [name, setName] = useState(view?.name ?? '');
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const refreshes = ['GET /ticket-views'] as const;
  const add = useCall('POST /ticket-views', { quiet: true, refreshes });
  const put = useCall('PUT /ticket-views/:viewId', { quiet: true, refreshes });
  const body = { name: name.trim(), filter, isShared };
  const submit = () =>
    view
      ? put.mutate({ params: { viewId: view.id }, version: view.version, body }, { onSuccess: onClose })
      : add.mutate(
          { body },
          {
            onSuccess: ({ id }) => {
              void navigate({ search: { ...search, view: id }, replace: true });
              onClose();
            },
          },
        );
  const error = view ? put.error : add.error;
  return (
    <ActForm
      title={view ? 'Rename or share the view' : 'Save as a view'}
      says={
        view
          ? 'What it shows stays as it was saved.'
          : 'Filters, search, order and columns, under a name, with a count that is always true.'
      }
      button="Save"
      isPending={add.isPending || put.isPending}
      isReady={body.name !== ''}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        maxLength={80}
        data-autofocus
        value={name}
        error={refusedFields(error)['name']}
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
