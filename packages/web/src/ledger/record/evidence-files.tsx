import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { uploadFile, type UploadedFile } from '../../api/upload-file.ts';
import { useCall } from '../../api/use-call.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { sizeWords } from '../size-words.ts';

const MOST_FILES = 20;

export type EvidenceFilesProps = {
  readonly accountId: string;
  readonly files: readonly UploadedFile[];
  readonly onFiles: (change: (files: readonly UploadedFile[]) => readonly UploadedFile[]) => void;
};

/** Files that go with the fact: uploaded at once, and deleted again when they are taken off. */
export function EvidenceFiles({ accountId, files, onFiles }: EvidenceFilesProps) {
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(accountId, file),
    onSuccess: (file) => onFiles((now) => [...now.filter(({ id }) => id !== file.id), file]),
    meta: { quiet: true },
  });
  const remove = useCall('DELETE /accounts/:accountId/files/:fileId', { refreshes: [] });
  const takeOff = (fileId: string) => {
    onFiles((now) => now.filter(({ id }) => id !== fileId));
    remove.mutate({ params: { accountId, fileId } });
  };
  return (
    <Stack gap={6}>
      <RefusalNote error={upload.error} />
      {files.map(({ id, name, size }) => (
        <Group key={id} gap={6} wrap="nowrap">
          <IconPaperclip size={15} aria-hidden />
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {name} <span style={{ color: 'var(--tm-quiet)' }}>{sizeWords(size)}</span>
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Take ${name} off`}
            onClick={() => takeOff(id)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {files.length < MOST_FILES && (
        <div>
          <FileButton
            label={files.length === 0 ? 'Add a file' : 'Add another file'}
            loading={upload.isPending}
            onFile={(file) => upload.mutate(file)}
          />
        </div>
      )}
    </Stack>
  );
}
