/** The jobs of webhooks. */
import { z } from 'zod';
import { SYSTEM } from '../platform/database/actor.ts';
import { task, type Daily, type Tasks } from '../platform/jobs/task.ts';
import { forgetDeliveries } from './delivery-store.ts';
import { goOnSendingAgain } from './send-again.ts';
import { sendDelivery } from './send-delivery.ts';

const one = z.object({ accountId: z.uuid(), deliveryId: z.uuid() });
const again = z.object({ webhookId: z.uuid(), againId: z.uuid() });
/** Long enough to find out what became of one, and to send it again. */
const KEPT_HOURS = 30 * 24;

/**
 * `send-webhook` sends one delivery, and sees to it that it is tried again; `send-webhooks-again` prepares many to be sent again;
 * `forget-deliveries` forgets what was settled long ago. All may run any number of times, and several at once. `networks`: those of one's own that may be called.
 */
export function webhookTasks(networks: readonly string[]): Tasks {
  return {
    'send-webhook': task(one, ({ accountId, deliveryId }, { db, now, signal }) =>
      sendDelivery(db, networks, { accountId, id: deliveryId }, { now, signal }),
    ),
    'send-webhooks-again': task(again, (going, { db, now, signal }) => goOnSendingAgain(db, going, { now, signal })),
    'forget-deliveries': async (_payload, { db, now }) => {
      await db.write(SYSTEM, async (tx) => {
        await forgetDeliveries(tx, now.subtract({ hours: KEPT_HOURS }));
        return { ok: true };
      });
    },
  };
}

/** Not on the hour, where everybody's jobs are. */
export const webhookDaily: readonly Daily[] = [{ task: 'forget-deliveries', hour: 3, minute: 11 }];
