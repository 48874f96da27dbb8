import { useCall } from '../../api/use-call.ts';

/** As long as deliveries are kept. */
export const KEPT_MS = 30 * 24 * 3_600_000;

/** Sends many deliveries again; `quiet` where the form says why not. */
export function useReplay({ quiet = false } = {}) {
  return useCall('POST /webhooks/:webhookId/replay', {
    refreshes: ['GET /webhooks/:webhookId/deliveries', 'GET /webhooks/:webhookId/replay', 'GET /webhooks'],
    quiet,
  });
}
