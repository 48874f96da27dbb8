import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWebhooks } from './use-webhooks.ts';

/** How many deliveries of a webhook are still to be taken up; the list of them follows. */
export function useToSendAgain(webhookId: string): number {
  const { data } = useWebhooks();
  const client = useQueryClient();
  const toSendAgain = data?.rows.find(({ id }) => id === webhookId)?.toSendAgain ?? 0;
  useEffect(() => {
    if (toSendAgain === 0) return undefined;
    return () => void client.invalidateQueries({ queryKey: ['GET /webhooks/:webhookId/deliveries'] });
  }, [client, toSendAgain]);
  return toSendAgain;
}
