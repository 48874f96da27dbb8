import { Alert, Button, Group, Stack } from '@mantine/core';
import { Copyable } from '../../ui/copyable.tsx';

/** The secret of a webhook, the only time it is shown. */
export function SecretOnce({ secret, onKept }: { readonly secret: string; readonly onKept: () => void }) {
  return (
    <Stack>
      <Alert color="larch" variant="light" title="It is shown this once.">
        The receiver proves with it that a message is ours (Standard Webhooks, header webhook-signature).
      </Alert>
      <Copyable text={secret} what="the secret" />
      <Group justify="end">
        <Button onClick={onKept}>I have kept it</Button>
      </Group>
    </Stack>
  );
}
