import { useQuery } from '@tanstack/react-query';
import { getOptions } from '../../api/use-get.ts';

const ANEW_MS = 1500;

/** The webhooks; asked for again and again while deliveries of one are being sent anew, so that one sees it go on. */
export function useWebhooks() {
  return useQuery({
    ...getOptions('GET /webhooks', {}),
    refetchInterval: ({ state: { data } }) => (data?.rows.some(({ toSendAgain }) => toSendAgain > 0) ? ANEW_MS : false),
  });
}
