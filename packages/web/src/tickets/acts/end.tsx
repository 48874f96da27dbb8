import { NativeSelect } from '@mantine/core';
import type { CustomersClosingCode } from '@tamarack/contract';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { useTicketTerms } from '../terms/ticket-terms.ts';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { GroundField } from './ground-field.tsx';
import { ReasonField } from './reason-field.tsx';
import { ResolutionCodeSelect } from './resolution-code-select.tsx';

const CLOSINGS: Readonly<Record<CustomersClosingCode, string>> = {
  solved: 'It is solved',
  'not-needed': 'It is not needed any more',
};

const ENDINGS = {
  resolved: {
    title: 'Resolve the ticket',
    button: 'Resolve',
    says: 'Its clocks end. The customer can reopen it; then a new cycle begins.',
    label: 'What solved it',
  },
  closed: {
    title: 'Close the ticket',
    // A dialogue has a button "Close" already, which closes the dialogue.
    button: 'Close the ticket',
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
  const ids = { accountId, ticketId: id };
  const { side } = useMe();
  const { data: terms } = useTicketTerms(ids);
  const [note, setNote] = useState('');
  const [because, setBecause] = useState(how === 'resolved' ? 'fixed' : '');
  const end = useTicketCall('POST /accounts/:accountId/tickets/:ticketId/ending', ids, { quiet: true });
  const { title, button, says, label } = ENDINGS[how];
  const isRequired = how !== 'closed';
  const isGrounded = how !== 'declined' || (terms !== undefined && (terms.grounds.length === 0 || because !== ''));
  const body = { how, note: note.trim(), ...(because.trim() === '' ? {} : { because: because.trim() }) };
  return (
    <ActForm
      title={title}
      says={says}
      button={button}
      isPending={end.isPending}
      isReady={isGrounded && (!isRequired || note.trim() !== '')}
      error={end.error}
      onSubmit={() => end.mutate({ body }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {how === 'resolved' && <ResolutionCodeSelect value={because} onChange={setBecause} />}
      {how === 'closed' && side === 'customer' && (
        <NativeSelect
          label="Reason, if you like"
          data={[
            { value: '', label: 'None' },
            ...Object.entries(CLOSINGS).map(([value, called]) => ({ value, label: called })),
          ]}
          value={because}
          onChange={({ currentTarget }) => setBecause(currentTarget.value)}
        />
      )}
      {how === 'declined' && terms && <GroundField grounds={terms.grounds} value={because} onChange={setBecause} />}
      <ReasonField label={label} value={note} onChange={setNote} isRequired={isRequired} hasFocus />
    </ActForm>
  );
}
