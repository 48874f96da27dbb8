import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../api/use-call.ts';
import { Dialogue } from '../ui/dialogue.tsx';
import { refusedFields } from '../ui/refused-fields.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import type { Version } from './version.ts';

export type SubmitFormProps = { readonly version: Version; readonly onClose: () => void };

/** Hands a draft without errors to its approver. From then on nobody writes it. */
export function SubmitForm({ version, onClose }: SubmitFormProps) {
  const [note, setNote] = useState(version.changeNote);
  const submit = useCall('POST /descriptions/:descriptionId/versions/:versionId/submission', { quiet: true });
  const { id, descriptionId, version: edition, approver, warnings } = version;
  const send = (event: React.SubmitEvent) => {
    event.preventDefault();
    const params = { descriptionId, versionId: id };
    submit.mutate({ params, version: edition, body: { changeNote: note } }, { onSuccess: onClose });
  };
  return (
    <Dialogue onClose={onClose} title="Submit for approval">
      <form onSubmit={send}>
        <Stack>
          <RefusalNote error={submit.error} />
          <p style={{ margin: 0 }}>
            {approver} approves it by the text’s own document control; never whoever submitted it, where there is
            anybody else. Once approved it is never changed again.
            {warnings > 0 && ` The checker has ${warnings === 1 ? 'a warning' : `${warnings} warnings`}.`}
          </p>
          <Textarea
            label="What changes"
            data-autofocus
            autosize
            minRows={3}
            maxLength={4000}
            value={note}
            error={refusedFields(submit.error)['changeNote']}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={submit.isPending}>
              Submit
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
