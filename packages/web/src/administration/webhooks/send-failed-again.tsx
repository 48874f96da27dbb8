import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCall } from '../../api/use-call.ts';
import { ToSendAgain } from './to-send-again.tsx';
import { useWebhooks } from './use-webhooks.ts';

/** As long as deliveries are kept. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** Sends again whatever was given up, and says how far that has come. */
export function SendFailedAgain({ webhookId }: { readonly webhookId: string }) {
  const { data } = useWebhooks();
  const replay = useCall('POST /webhooks/:webhookId/replay', {
    refreshes: ['GET /webhooks/:webhookId/deliveries', 'GET /webhooks'],
  });
  const client = useQueryClient();
  const toSendAgain = data?.rows.find(({ id }) => id === webhookId)?.toSendAgain ?? 0;
  // The list beside it follows.
  useEffect(() => {
    if (toSendAgain === 0) return undefined;
    return () => void client.invalidateQueries({ queryKey: ['GET /webhooks/:webhookId/deliveries'] });
  }, [client, toSendAgain]);
  const send = () => {
    const since = new Date(Date.now() - KEPT_MS).toISOString();
    replay.mutate({ params: { webhookId }, body: { since, only: 'failed' } });
  };
  return (
    <>
      <ToSendAgain many={toSendAgain} />
      <Button variant="default" size="xs" loading={replay.isPending} disabled={toSendAgain > 0} onClick={send}>
        Send again what was given up
      </Button>
    </>
  );
}
