import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { RefusalNote } from './refusal-note.tsx';

export type TypedConfirmationProps = {
  /** What has to be typed, letter by letter. */
  readonly text: string;
  /** What the text is: "the name of the account". */
  readonly what: string;
  readonly button: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onConfirmed: () => void;
  /** Choices above the field. */
  readonly children?: ReactNode;
};

/** For what cannot be undone and concerns much: the name is typed, so that nobody does it to the wrong one. */
export function TypedConfirmation({
  text,
  what,
  button,
  isPending,
  error,
  onConfirmed,
  children,
}: TypedConfirmationProps) {
  const [typed, setTyped] = useState('');
  const isRight = typed.trim() === text;
  const submit = () => {
    if (isRight) onConfirmed();
  };
  return (
    <form action={submit}>
      <Stack maw={460}>
        {children}
        <RefusalNote error={error} />
        <TextInput
          label={`Type ${what}`}
          description={text}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Group>
          <Button type="submit" color="red.9" disabled={!isRight} loading={isPending}>
            {button}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
