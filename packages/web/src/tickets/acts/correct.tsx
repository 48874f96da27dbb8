import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useGet } from '../../api/use-get.ts';
import { refusedFields } from '../../ui/refused-fields.ts';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';

/** Corrects what the submitter could not know: the subject, and the product that it is about. */
export function Correct({ ticket, onClose }: ActProps) {
  const { accountId, id, product } = ticket;
  // That of the ticket as it was read: whoever corrected it meanwhile is not overwritten unseen.
  const [version] = useState(ticket.version);
  const [subject, setSubject] = useState(ticket.subject);
  const form = useGet('GET /accounts/:accountId/ticket-form', { params: { accountId } });
  const products = form.data?.products ?? [];
  const [chosen, setChosen] = useState<string>();
  const productId = chosen ?? products.find(({ name }) => name === product)?.id ?? '';
  const save = useTicketCall(
    'PATCH /accounts/:accountId/tickets/:ticketId',
    { accountId, ticketId: id },
    { quiet: true },
  );
  const body = {
    subject: subject.trim(),
    ...(chosen === undefined ? {} : { productId: chosen === '' ? null : chosen }),
  };
  return (
    <ActForm
      title="Correct subject or product"
      button="Correct"
      isPending={save.isPending}
      isReady={subject.trim() !== ''}
      error={save.error}
      onSubmit={() => save.mutate({ version, body }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        label="Subject"
        required
        withAsterisk={false}
        maxLength={200}
        value={subject}
        error={refusedFields(save.error)['subject']}
        onChange={({ currentTarget }) => setSubject(currentTarget.value)}
        data-autofocus
      />
      <NativeSelect
        label="Product"
        data={[
          { value: '', label: 'None in particular' },
          ...products.map((row) => ({ value: row.id, label: row.name })),
        ]}
        value={productId}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
    </ActForm>
  );
}
