import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../api/use-call.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import classes from './waivers.module.css';

export type DecideOnWaiverProps = { readonly accountId: string; readonly waiverId: string };

/** The approver's answer. It stands: the journal keeps it, and nobody takes it back. */
export function DecideOnWaiver({ accountId, waiverId }: DecideOnWaiverProps) {
  const [note, setNote] = useState('');
  const decide = useCall('POST /accounts/:accountId/waivers/:waiverId/decision', { quiet: true });
  const answer = (grant: boolean) => decide.mutate({ params: { accountId, waiverId }, body: { grant, note } });
  return (
    <div className={classes['decide']}>
      <RefusalNote error={decide.error} />
      <TextInput
        label="A word to it"
        description="Optional. Your answer stands: a promise that is waived counts as neither kept nor broken."
        maxLength={2000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Group gap="xs">
        <Button size="xs" loading={decide.isPending} onClick={() => answer(true)}>
          Grant the waiver
        </Button>
        <Button size="xs" variant="default" disabled={decide.isPending} onClick={() => answer(false)}>
          Refuse it
        </Button>
      </Group>
    </div>
  );
}
