/** The routes of webhooks: the administrator's. */
import type { webhookRoutes } from '@tamarack/contract';
import type { Handlers } from '../platform/http/handler.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { changeWebhook, makeWebhook, removeWebhook, rotateSecret } from './keep-webhook.ts';
import { countAgain, sendAgain, sendOneAgain } from './send-again-store.ts';
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
      const refused = await refusedReplay(tx, params.webhookId);
      if (refused) return refused;
      const isSent = await sendOneAgain(tx, params.webhookId, params.deliveryId, now);
      return isSent ? { ok: true, value: undefined } : refuseApi('record.not-found');
    },
    'GET /webhooks/:webhookId/replay': async ({ tx, params, query, now }) => {
      const [webhook] = await webhooks(tx, now, params.webhookId);
      if (!webhook) return refuseApi('record.not-found');
      const since = Temporal.Instant.from(query.since);
      return {
        ok: true,
        value: { deliveries: await countAgain(tx, params.webhookId, { since, only: query.only }, now) },
      };
    },
    'POST /webhooks/:webhookId/replay': async ({ tx, params, body, now }) => {
      const refused = await refusedReplay(tx, params.webhookId);
      if (refused) return refused;
      const since = Temporal.Instant.from(body.since);
      const deliveries = await sendAgain(tx, params.webhookId, { since, only: body.only }, now);
      return { ok: true, value: { deliveries } };
    },
  };
}

/** Locks the webhook; why nothing of it is sent again. */
async function refusedReplay(tx: Tx, webhookId: string) {
  const webhook = await lockWebhook(tx, webhookId);
  if (!webhook) return refuseApi('record.not-found');
  return webhook.isActive
    ? undefined
    : refuseApi('state.not-possible', 'This webhook is stopped; have it go on first.');
}
