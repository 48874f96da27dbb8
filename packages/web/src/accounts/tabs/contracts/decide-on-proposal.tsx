import { Button, Group, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { after } from '../../../api/after.ts';
import { useCall } from '../../../api/use-call.ts';
import { refusedFields } from '../../../ui/refused-fields.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';

export type DecideOnProposalProps = {
  readonly accountId: string;
  readonly contractId: string;
  readonly termsId: string;
};

/** The word of the customer's approver (CA15); it stays in the history of the contract. */
export function DecideOnProposal(params: DecideOnProposalProps) {
  const [note, setNote] = useState('');
  const decide = useCall('POST /accounts/:accountId/contracts/:contractId/changes/:termsId/decision', { quiet: true });
  const say = (agrees: boolean) =>
    void after(decide.mutateAsync({ params: { ...params }, body: { agrees, note } }), () =>
      notifications.show({
        message: agrees
          ? 'You agreed. It holds from now on, or from its own day.'
          : 'You declined. All stays as it is.',
        color: 'spruce',
        withBorder: true,
      }),
    );
  return (
    <Stack gap="sm">
      <RefusalNote error={decide.error} />
      <Textarea
        label="Your note"
        description="Both sides read it in the history of the contract."
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        error={refusedFields(decide.error)['note']}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Group>
        <Button loading={decide.isPending} onClick={() => say(true)}>
          Agree for the customer
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => say(false)}>
          Decline
        </Button>
      </Group>
    </Stack>
  );
}
