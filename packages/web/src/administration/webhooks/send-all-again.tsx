import { Button, Group, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useGet } from '../../api/use-get.ts';
import { countWords } from '../../ui/count-words.ts';
import { Dialogue } from '../../ui/dialogue.tsx';
import { useNow } from '../../ui/now.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useViewerZone } from '../../ui/viewer-zone.ts';
import { instantOfWallTime, wallTimeOf } from '../../ui/wall-time.ts';
import { KEPT_MS, useReplay } from './use-replay.ts';

const DAY_MS = 24 * 3_600_000;

export type SendAllAgainProps = { readonly webhookId: string; readonly onClose: () => void };

/** Sends again all that was to be told since an instant, whatever became of it: for a receiver that lost what it had heard. */
export function SendAllAgain({ webhookId, onClose }: SendAllAgainProps) {
  const zone = useViewerZone();
  const now = useNow();
  const [wall, setWall] = useState(() => wallTimeOf(now - DAY_MS, zone));
  const since = instantText(wall, zone);
  const params = { webhookId };
  const count = useGet(
    'GET /webhooks/:webhookId/replay',
    { params, query: { since: since ?? '', only: 'all' } },
    { enabled: since !== undefined },
  );
  const replay = useReplay({ quiet: true });
  // While another instant is asked for, the count of the last one is still there.
  const many = since === undefined || count.isPlaceholderData ? undefined : count.data?.deliveries;
  const send = () => {
    if (since === undefined) return;
    replay.mutate(
      { params, body: { since, only: 'all' } },
      { onSuccess: ({ deliveries }) => done(deliveries, onClose) },
    );
  };
  return (
    <Dialogue title="Send all again since…" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <RefusalNote error={replay.error ?? count.error} />
          <TextInput
            type="datetime-local"
            label={`Since (${zone.replaceAll('_', ' ')})`}
            description="All that was to be told since then, heard or not, each under the id that it had. Deliveries are kept for 30 days."
            required
            withAsterisk={false}
            data-autofocus
            min={wallTimeOf(now - KEPT_MS, zone)}
            max={wallTimeOf(now, zone)}
            value={wall}
            onChange={({ currentTarget }) => setWall(currentTarget.value)}
          />
          <p role="status" style={{ margin: 0 }}>
            {many !== undefined &&
              (many === 0 ? 'There is nothing since then.' : `It will be ${deliveriesWords(many)}.`)}
          </p>
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={replay.isPending} disabled={many === undefined || many === 0}>
              Send them again
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}

function done(deliveries: number, onClose: () => void): void {
  onClose();
  const message = `${deliveriesWords(deliveries)}, one after the other.`;
  notifications.show({ title: 'Sending again', message, color: 'spruce', withBorder: true });
}

function deliveriesWords(many: number): string {
  return countWords(many, 'delivery', 'deliveries');
}

function instantText(wall: string, zone: string): string | undefined {
  const ms = wall === '' ? undefined : instantOfWallTime(wall, zone);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
