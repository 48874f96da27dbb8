import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { refusedFields } from '../../ui/refused-fields.ts';
import { useConversation } from '../message/use-conversation.ts';
import { ticketHref } from '../ticket.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';

const EXCERPT = 90;

/** Messages about something else become a ticket of their own. */
export function Split({ ticket: { accountId, id }, onClose }: ActProps) {
  const router = useRouter();
  const [subject, setSubject] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const messages = useConversation({ accountId, ticketId: id });
  // The first one says what this ticket is about.
  const movable = (messages.data ?? []).slice(1).filter(({ movedTo }) => movedTo === null);
  const split = useCall('POST /accounts/:accountId/tickets/:ticketId/splitting', { quiet: true });
  const submit = () =>
    split.mutate(
      { params: { accountId, ticketId: id }, body: { subject: subject.trim(), messageIds: chosen } },
      {
        onSuccess: (ticket) => {
          onClose();
          router.history.push(ticketHref(ticket));
        },
      },
    );
  return (
    <ActForm
      title="Split into a new ticket"
      says="The messages move there, and a line in their place leads to them. The clocks of the new ticket begin now; those of this one go on."
      button="Split"
      isPending={split.isPending}
      isReady={subject.trim() !== '' && chosen.length > 0}
      error={split.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Subject of the new ticket"
        maxLength={200}
        data-autofocus
        value={subject}
        error={refusedFields(split.error)['subject']}
        onChange={({ currentTarget }) => setSubject(currentTarget.value)}
      />
      <Checkbox.Group label="Messages" value={chosen} onChange={setChosen}>
        <Stack gap={6} mt={6} mah={300} style={{ overflowY: 'auto' }} tabIndex={0}>
          {movable.map(({ id: messageId, author, body, audience }) => (
            <Checkbox
              key={messageId}
              value={messageId}
              label={`${author?.name ?? 'Tamarack'}${audience === 'internal' ? ' (internal)' : ''}: ${body.slice(0, EXCERPT)}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </ActForm>
  );
}
