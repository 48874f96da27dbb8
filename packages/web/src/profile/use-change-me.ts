import { useCall } from '../api/use-call.ts';

/** Changes what the person says about themselves; a form shows the refusals. */
export function useChangeMe() {
  return useCall('PATCH /me', { refreshes: ['GET /me', 'GET /me/notification-preferences'], quiet: true });
}
