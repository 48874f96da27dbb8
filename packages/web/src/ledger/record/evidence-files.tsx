import { ActionIcon, Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPaperclip, IconUpload, IconX } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useCall } from '../../api/use-call.ts';
import { sizeWords } from '../size-words.ts';
import type { Attached, ChangeAttached } from './attach-files.ts';

/** Empty it takes no room; it is there before, so that it is heard what comes into it. */
const UNBOXED = { display: 'contents' } as const;

export type EvidenceFilesProps = {
  readonly accountId: string;
  readonly attached: Attached;
  readonly onChange: ChangeAttached;
  readonly onChoose: (files: readonly File[]) => void;
};

/** Files that go with what is written: uploaded at once, and deleted again when they are taken off. */
export function EvidenceFiles({ accountId, attached: { files, uploads }, onChange, onChoose }: EvidenceFilesProps) {
  const reset = useRef<() => void>(null);
  const remove = useCall('DELETE /accounts/:accountId/files/:fileId', { refreshes: [] });
  const takeOff = (fileId: string) => {
    onChange((now) => ({ ...now, files: now.files.filter(({ id }) => id !== fileId) }));
    remove.mutate({ params: { accountId, fileId } });
  };
  const dismiss = (name: string) =>
    onChange((now) => ({ ...now, uploads: now.uploads.filter((each) => each.name !== name) }));
  const choose = (chosen: readonly File[]) => {
    onChoose(chosen);
    // Or the same one could not be chosen again.
    reset.current?.();
  };
  return (
    <Stack gap={6}>
      {files.map(({ id, name, size }) => (
        <Line
          key={id}
          icon={<IconPaperclip size={15} aria-hidden />}
          drop={`Take ${name} off`}
          onDrop={() => takeOff(id)}
        >
          {name} <span style={{ color: 'var(--tm-quiet)' }}>{sizeWords(size)}</span>
        </Line>
      ))}
      <div role="status" style={UNBOXED}>
        {uploads.map(
          ({ name, failed }) =>
            failed === undefined && (
              <Line key={name} icon={<Loader size={13} aria-hidden />}>
                {name} <span style={{ color: 'var(--tm-quiet)' }}>is being uploaded…</span>
              </Line>
            ),
        )}
      </div>
      <div role="alert" style={UNBOXED}>
        {uploads.map(
          ({ name, failed }) =>
            failed !== undefined && (
              <Line
                key={name}
                icon={<IconAlertTriangle size={15} color="var(--tm-broken)" aria-hidden />}
                drop={`Dismiss ${name}`}
                onDrop={() => dismiss(name)}
              >
                <b>{name} was not attached.</b> {failed}
              </Line>
            ),
        )}
      </div>
      <div>
        <FileButton multiple resetRef={reset} onChange={choose}>
          {(props) => (
            <Button variant="default" leftSection={<IconUpload size={16} aria-hidden />} {...props}>
              {files.length === 0 ? 'Add files' : 'Add more files'}
            </Button>
          )}
        </FileButton>
      </div>
    </Stack>
  );
}

type LineProps = {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly drop?: string;
  readonly onDrop?: () => void;
};

function Line({ icon, children, drop, onDrop }: LineProps) {
  return (
    <Group gap={6} wrap="nowrap">
      {icon}
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
      {onDrop && (
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={drop ?? ''} onClick={onDrop}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
