import { Button } from '@mantine/core';
import { useCall } from '../../api/use-call.ts';

/** Sends one delivery again, under the id that it had. */
export function SendAgain({ webhookId, deliveryId }: { readonly webhookId: string; readonly deliveryId: string }) {
  const replay = useCall('POST /webhooks/:webhookId/deliveries/:deliveryId/replay', {
    refreshes: ['GET /webhooks/:webhookId/deliveries', 'GET /webhooks'],
  });
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={replay.isPending}
      onClick={() => replay.mutate({ params: { webhookId, deliveryId } })}
    >
      Send again
    </Button>
  );
}
