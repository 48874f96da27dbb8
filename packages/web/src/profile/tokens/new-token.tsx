import { Alert, Button, Group, Stack } from '@mantine/core';
import type { Me } from '../../api/me.ts';
import { useCall } from '../../api/use-call.ts';
import { Copyable } from '../../ui/copyable.tsx';
import { Dialogue } from '../../ui/dialogue.tsx';
import { NewTokenForm } from './new-token-form.tsx';

export type NewTokenProps = { readonly me: Me; readonly onClose: () => void };

/** Makes a token, then shows it this once. */
export function NewToken({ me, onClose }: NewTokenProps) {
  const make = useCall('POST /me/tokens', { refreshes: ['GET /me/tokens'], quiet: true });
  return (
    <Dialogue
      onClose={onClose}
      size="lg"
      title={make.data ? 'Take the token with you' : 'New API token'}
      // A press beside it must not lose what is shown only once.
      closeOnClickOutside={make.data === undefined}
      closeOnEscape={make.data === undefined}
    >
      {make.data === undefined ? (
        <NewTokenForm
          me={me}
          isPending={make.isPending}
          error={make.error}
          onMake={(body) => make.mutate({ body })}
          onBack={onClose}
        />
      ) : (
        <Stack>
          <Alert color="larch" variant="light" title="It is shown this once.">
            Whoever has it acts as you, within what it may do. Keep it where your program keeps its secrets.
          </Alert>
          <Copyable text={make.data.token} what="the token" />
          <p style={{ margin: 0 }}>
            Send it as <code>Authorization: Bearer …</code> with each request.
          </p>
          <Group justify="end">
            <Button onClick={onClose}>I have kept it</Button>
          </Group>
        </Stack>
      )}
    </Dialogue>
  );
}
