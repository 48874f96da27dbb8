import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { roleName, rolesMay } from '../../api/contract-tables.ts';
import { useGet } from '../../api/use-get.ts';
import { longList } from '../../ui/long-list.ts';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';

/** Who works on it, and in which queue it lies. Those who serve the account come first. */
export function Assign({ ticket, onClose }: ActProps) {
  const { accountId, id, version, assignee, queue } = ticket;
  const [personId, setPersonId] = useState(assignee?.id ?? null);
  const [place, setPlace] = useState(queue ?? '');
  const staff = useGet('GET /staff', {});
  const people = useGet('GET /accounts/:accountId/people', { params: { accountId } });
  const team = new Set(people.data?.team.map((person) => person.id));
  const workers = (staff.data?.rows ?? []).filter(({ roles }) => rolesMay(roles, 'tickets.work'));
  const option = (row: (typeof workers)[number]) => ({
    value: row.id,
    label: `${row.name}, ${row.roles.map(roleName).join(', ').toLowerCase()}`,
  });
  const [near, far] = [workers.filter((row) => team.has(row.id)), workers.filter((row) => !team.has(row.id))];
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
      <Select
        label="Assignee"
        placeholder="Nobody"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Nobody' }}
        {...longList}
        nothingFoundMessage="Nobody by that name works on tickets"
        data={[
          ...(near.length > 0 ? [{ group: 'Serve the account', items: near.map(option) }] : []),
          ...(far.length > 0 ? [{ group: 'Others', items: far.map(option) }] : []),
        ]}
        value={personId}
        onChange={setPersonId}
        data-autofocus
      />
      <TextInput
        label="Queue"
        description="A team’s name, if a team takes it before a person does."
        maxLength={80}
        value={place}
        onChange={({ currentTarget }) => setPlace(currentTarget.value)}
      />
    </ActForm>
  );
}
