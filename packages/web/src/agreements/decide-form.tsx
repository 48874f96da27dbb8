import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../api/use-call.ts';
import { Dialogue } from '../ui/dialogue.tsx';
import { refusedFields } from '../ui/refused-fields.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import type { Version } from './version.ts';

export type DecideFormProps = {
  readonly version: Version;
  readonly decision: 'approval' | 'rejection';
  readonly onClose: () => void;
};

/** The approver's word, with a note that stays with the version. */
export function DecideForm({ version, decision, onClose }: DecideFormProps) {
  const [note, setNote] = useState('');
  const decide = useCall(`POST /descriptions/:descriptionId/versions/:versionId/${decision}`, { quiet: true });
  const { id, descriptionId, version: edition, documentVersion } = version;
  const isApproval = decision === 'approval';
  const send = (event: React.SubmitEvent) => {
    event.preventDefault();
    const params = { descriptionId, versionId: id };
    decide.mutate({ params, version: edition, body: { note } }, { onSuccess: onClose });
  };
  return (
    <Dialogue onClose={onClose} title={`${isApproval ? 'Approve' : 'Reject'} version ${documentVersion}`}>
      <form onSubmit={send}>
        <Stack>
          <RefusalNote error={decide.error} />
          <p style={{ margin: 0 }}>
            {isApproval
              ? 'It is published at once and never changed again (CA1). Contracts can then be agreed on it.'
              : 'It stays as it is, for the record. A new draft can follow.'}
          </p>
          <Textarea
            label="Note"
            description={isApproval ? undefined : 'What has to be different, so that the next draft can do it.'}
            required={!isApproval}
            data-autofocus
            autosize
            minRows={3}
            maxLength={4000}
            value={note}
            error={refusedFields(decide.error)['note']}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={decide.isPending}>
              {isApproval ? 'Approve and publish' : 'Reject'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
