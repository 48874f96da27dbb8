import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { addPasskey } from './passkey-calls.ts';
import { readAgain } from './read-again.ts';

/** A name first, so that it can be told from others later; then the browser's own dialogue. */
export function AddPasskey() {
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: async (isAdded) => {
      if (!isAdded) return;
      setName('');
      await readAgain();
    },
    meta: { quiet: true },
  });
  return (
    <form action={() => add.mutate(name.trim())}>
      <Stack gap="sm">
        <RefusalNote error={add.error} />
        <Group align="end" gap="sm">
          <TextInput
            label="Name of the device"
            placeholder="Laptop"
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            maxLength={100}
            required
            withAsterisk={false}
            w={260}
          />
          <Button
            type="submit"
            variant="default"
            leftSection={<IconFingerprint size={17} aria-hidden />}
            loading={add.isPending}
          >
            Add a passkey
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
