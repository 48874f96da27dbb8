import { Button, Group, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type SubmitEvent, useState } from 'react';
import { useCall } from '../api/use-call.ts';
import { Dialogue } from '../ui/dialogue.tsx';
import { refusedFields } from '../ui/refused-fields.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import type { Obligation } from './obligation-words.ts';

export type AskForWaiverProps = { readonly obligation: Obligation; readonly onClose: () => void };

/** Why a broken promise should not count. The customer's approver reads it and decides. */
export function AskForWaiver({ obligation: { accountId, id, side, title }, onClose }: AskForWaiverProps) {
  const [reason, setReason] = useState('');
  const ask = useCall('POST /accounts/:accountId/obligations/:obligationId/waivers', { quiet: true });
  const says =
    side === 'customer'
      ? 'The customer owed this to you, so the waiver holds at once.'
      : 'The customer’s approver reads this and decides. Until then it counts as broken.';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // Several lines become one: the reason stands in one row of the journal.
    const body = { reason: reason.trim().replaceAll(/\s+/g, ' ') };
    ask.mutate(
      { params: { accountId, obligationId: id }, body },
      {
        onSuccess: ({ state }) => {
          onClose();
          const message = state === 'granted' ? 'It is waived.' : 'The customer’s approver sees it now.';
          notifications.show({ message, color: 'spruce', withBorder: true });
        },
      },
    );
  };
  return (
    <Dialogue onClose={onClose} title={`A waiver of “${title}”`}>
      <form onSubmit={submit}>
        <Stack>
          <RefusalNote error={ask.error} />
          <Textarea
            label="Reason"
            description={says}
            required
            data-autofocus
            minRows={3}
            autosize
            maxLength={2000}
            value={reason}
            error={refusedFields(ask.error)['reason']}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={ask.isPending}>
              Ask for the waiver
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
