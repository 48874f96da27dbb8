import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { Dialogue } from '../../ui/dialogue.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';

export type ActFormProps = {
  readonly title: string;
  /** What follows from it: nobody should have to try. */
  readonly says?: ReactNode;
  readonly button: string;
  readonly isPending: boolean;
  readonly isReady?: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** A dialogue that does one thing to a ticket, with what was refused above its fields. */
export function ActForm(props: ActFormProps) {
  const { title, says, button, isPending, isReady = true, error, onSubmit, onClose, children } = props;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isReady) onSubmit();
  };
  return (
    <Dialogue onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack>
          <RefusalNote error={error} />
          {says !== undefined && <p style={{ margin: 0, color: 'var(--tm-quiet)' }}>{says}</p>}
          {children}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={isPending} disabled={!isReady}>
              {button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
