import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { after } from '../api/after.ts';
import { useCall } from '../api/use-call.ts';
import { Dialogue } from '../ui/dialogue.tsx';
import { useNow } from '../ui/now.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useViewerZone } from '../ui/viewer-zone.ts';
import { dayOf } from '../ui/wall-time.ts';
import { emptyDescription } from './empty-description.ts';
import { ExampleChoice } from './example-choice.tsx';
import { FileChoice } from './file-choice.tsx';
import { NamesForm } from './names-form.tsx';

export type NewDescriptionFormProps = { readonly author: string; readonly onClose: () => void };

const WAYS = [
  { value: 'example', label: 'From an example' },
  { value: 'file', label: 'From a file' },
  { value: 'empty', label: 'Empty' },
] as const;
type Way = (typeof WAYS)[number]['value'];

/** Three ways to a draft. Each ends in the editor, where it can still be changed or thrown away. */
export function NewDescriptionForm({ author, onClose }: NewDescriptionFormProps) {
  const router = useRouter();
  const now = useNow();
  const zone = useViewerZone();
  const [way, setWay] = useState<Way>('example');
  const draft = useCall('POST /descriptions', { quiet: true });
  const begin = (source: string, changeNote: string) =>
    void after(draft.mutateAsync({ body: { source, changeNote } }), ({ id, descriptionId }) => {
      onClose();
      router.history.push(`/agreements/${descriptionId}/versions/${id}/source`);
    });
  const choose = (value: Way) => {
    draft.reset();
    setWay(value);
  };
  return (
    <Dialogue onClose={onClose} size="lg" title="New description">
      <Stack>
        <SegmentedControl fullWidth aria-label="How to begin" data={[...WAYS]} value={way} onChange={choose} />
        <RefusalNote error={draft.error} />
        {way === 'example' && (
          <ExampleChoice
            pending={draft.isPending}
            onChoose={({ source, title }) => begin(source, `From the example ${title}.`)}
          />
        )}
        {way === 'file' && (
          <FileChoice pending={draft.isPending} onText={(source, name) => begin(source, `From the file ${name}.`)} />
        )}
        {way === 'empty' && (
          <NamesForm
            pending={draft.isPending}
            onNames={(names) => {
              const date = dayOf(now, zone);
              begin(emptyDescription({ ...names, author, date }), 'First issue.');
            }}
          />
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </Dialogue>
  );
}
