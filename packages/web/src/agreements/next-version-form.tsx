import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { after } from '../api/after.ts';
import { useMe } from '../api/me.ts';
import { useCall } from '../api/use-call.ts';
import { useGet } from '../api/use-get.ts';
import { Dialogue } from '../ui/dialogue.tsx';
import { useNow } from '../ui/now.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useViewerZone } from '../ui/viewer-zone.ts';
import { dayOf } from '../ui/wall-time.ts';
import { nextVersion } from './next-version.ts';
import type { VersionRow } from './version-columns.tsx';

export type NextVersionFormProps = {
  readonly descriptionId: string;
  readonly from: VersionRow;
  readonly onClose: () => void;
};

/** A draft that begins as a copy: its number raised and its history begun. */
export function NextVersionForm({ descriptionId, from, onClose }: NextVersionFormProps) {
  const me = useMe();
  const router = useRouter();
  const now = useNow();
  const zone = useViewerZone();
  const [change, setChange] = useState('');
  const params = { descriptionId, versionId: from.id };
  const version = useGet('GET /descriptions/:descriptionId/versions/:versionId', { params });
  const draft = useCall('POST /descriptions', { quiet: true });
  const { data } = version;
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault();
    if (!data) return;
    const date = dayOf(now, zone);
    const words = change.trim().replaceAll(/\s+/g, ' ');
    const { source } = nextVersion({
      source: data.source,
      version: from.documentVersion,
      ...{ date, author: me.name, change: words },
    });
    void after(draft.mutateAsync({ body: { source, changeNote: change } }), ({ id, descriptionId: of }) => {
      onClose();
      router.history.push(`/agreements/${of}/versions/${id}/source`);
    });
  };
  return (
    <Dialogue onClose={onClose} title="New version">
      <form onSubmit={submit}>
        <Stack>
          <RefusalNote error={draft.error ?? version.error} />
          <p style={{ margin: 0 }}>
            A draft begins as a copy of version {from.documentVersion}, with a number of its own. Contracts stay on
            their version until somebody moves them.
          </p>
          <Textarea
            label="What changes"
            description="Stands in the change history of the document."
            required
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={change}
            onChange={({ currentTarget }) => setChange(currentTarget.value)}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={draft.isPending} disabled={!data}>
              Begin the draft
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
