/** The routes of webhooks: the administrator's. */
import type { webhookRoutes } from '@tamarack/contract';
import type { Handlers } from '../platform/http/handler.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { sendAgain, type Again } from './delivery-store.ts';
import { changeWebhook, makeWebhook, removeWebhook, rotateSecret } from './keep-webhook.ts';
import { lockWebhook } from './webhook-store.ts';
import { deliveryPage, webhooks } from './webhook-views.ts';

/** `networks`: those of one's own that may be called. */
export function webhookHandlers(networks: readonly string[]): Handlers<keyof typeof webhookRoutes> {
  return {
    'GET /webhooks': async ({ tx, now }) => ({ ok: true, value: { rows: await webhooks(tx, now) } }),
    'POST /webhooks': ({ tx, body, now }) => makeWebhook(tx, body, networks, now),
    'PATCH /webhooks/:webhookId': ({ tx, params, body, ifMatch, now }) =>
      changeWebhook(tx, params.webhookId, body, ifMatch, networks, now),
    'DELETE /webhooks/:webhookId': ({ tx, params }) => removeWebhook(tx, params.webhookId),
    'POST /webhooks/:webhookId/secret': ({ tx, params, body, now }) =>
      rotateSecret(tx, params.webhookId, body.overlapHours, now),
    'GET /webhooks/:webhookId/deliveries': async ({ tx, params, query, now }) => {
      const [webhook] = await webhooks(tx, now, params.webhookId);
      return webhook
        ? { ok: true, value: await deliveryPage(tx, params.webhookId, query) }
        : refuseApi('record.not-found');
    },
    'POST /webhooks/:webhookId/deliveries/:deliveryId/replay': async ({ tx, params, now }) => {
      const sent = await replay(tx, params.webhookId, { deliveryId: params.deliveryId }, now);
      if (!sent.ok) return sent;
      return sent.value === 0 ? refuseApi('record.not-found') : { ok: true, value: undefined };
    },
    'POST /webhooks/:webhookId/replay': async ({ tx, params, body, now }) => {
      const since = Temporal.Instant.from(body.since);
      const sent = await replay(tx, params.webhookId, { since, only: body.only }, now);
      return sent.ok ? { ok: true, value: { deliveries: sent.value } } : sent;
    },
  };
}

/** How many are sent again. */
async function replay(tx: Tx, webhookId: string, again: Again, now: Temporal.Instant): Promise<ApiResult<number>> {
  const webhook = await lockWebhook(tx, webhookId);
  if (!webhook) return refuseApi('record.not-found');
  if (!webhook.isActive) return refuseApi('state.not-possible', 'This webhook is stopped; have it go on first.');
  return { ok: true, value: await sendAgain(tx, webhookId, again, now) };
}
