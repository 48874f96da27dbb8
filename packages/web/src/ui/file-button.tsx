import { Button, FileButton as MantineFileButton, type ButtonProps } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';

export type FileButtonProps = Pick<ButtonProps, 'disabled' | 'loading' | 'variant'> & {
  readonly label: string;
  /** As in an input: ".yaml,.yml". */
  readonly accept?: string;
  /** Refused before anything is sent. */
  readonly maxBytes?: number;
  readonly onFile: (file: File) => void;
  readonly onTooLarge?: (file: File) => void;
};

/** A button that asks for one file. The server judges the file again: size and type here only spare a wait. */
export function FileButton({ label, accept, maxBytes, onFile, onTooLarge, ...button }: FileButtonProps) {
  const take = (file: File | null) => {
    if (file === null) return;
    if (maxBytes !== undefined && file.size > maxBytes) onTooLarge?.(file);
    else onFile(file);
  };
  return (
    <MantineFileButton onChange={take} {...(accept === undefined ? {} : { accept })}>
      {(props) => (
        <Button variant="default" leftSection={<IconUpload size={16} aria-hidden />} {...button} {...props}>
          {label}
        </Button>
      )}
    </MantineFileButton>
  );
}
