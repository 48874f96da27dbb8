import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { mayDo, useMe } from '../../api/me.ts';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { ReasonField } from './reason-field.tsx';

const CODES = [
  { value: 'fixed', label: 'Fixed' },
  { value: 'workaround', label: 'Workaround given' },
  { value: 'answered', label: 'Answered' },
  { value: 'known-error', label: 'Known error' },
  { value: 'not-reproducible', label: 'Cannot be reproduced' },
  { value: 'not-ours', label: 'Outside the product' },
];

const ENDINGS = {
  resolved: {
    title: 'Resolve the ticket',
    button: 'Resolve',
    says: 'Its clocks end. The customer can reopen it; then a new cycle begins.',
    label: 'What solved it',
  },
  closed: {
    title: 'Close the ticket',
    button: 'Close',
    says: 'Its clocks end. It can be reopened; then a new cycle begins.',
    label: 'A last word',
  },
  declined: {
    title: 'Decline the ticket',
    button: 'Decline',
    says: 'For what the service does not cover. The customer reads why.',
    label: 'Why, and where the customer can turn to',
  },
} as const;

type EndProps = ActProps & { readonly how: keyof typeof ENDINGS };

export function Resolve(props: ActProps) {
  return <End {...props} how="resolved" />;
}

export function Close(props: ActProps) {
  return <End {...props} how="closed" />;
}

export function Decline(props: ActProps) {
  return <End {...props} how="declined" />;
}

/** Resolves, closes or declines, with a code and a note that the customer reads. */
function End({ ticket: { accountId, id }, how, onClose }: EndProps) {
  const me = useMe();
  const [note, setNote] = useState('');
  const [because, setBecause] = useState(how === 'resolved' ? 'fixed' : '');
  const end = useTicketCall(
    'POST /accounts/:accountId/tickets/:ticketId/ending',
    { accountId, ticketId: id },
    { quiet: true },
  );
  const { title, button, says, label } = ENDINGS[how];
  const isRequired = how !== 'closed';
  const body = { how, note: note.trim(), ...(because.trim() === '' ? {} : { because: because.trim() }) };
  return (
    <ActForm
      title={title}
      says={says}
      button={button}
      isPending={end.isPending}
      isReady={!isRequired || note.trim() !== ''}
      error={end.error}
      onSubmit={() => end.mutate({ body }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {how === 'resolved' && (
        <NativeSelect
          label="Code"
          data={CODES}
          value={because}
          onChange={({ currentTarget }) => setBecause(currentTarget.value)}
        />
      )}
      {how === 'declined' && mayDo(me, 'tickets.work', accountId) && (
        <TextInput
          label="Ground"
          description="As the service description has it."
          maxLength={80}
          value={because}
          onChange={({ currentTarget }) => setBecause(currentTarget.value)}
        />
      )}
      <ReasonField label={label} value={note} onChange={setNote} isRequired={isRequired} hasFocus />
    </ActForm>
  );
}
