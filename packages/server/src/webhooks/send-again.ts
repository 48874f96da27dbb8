/** Goes on with what is to be sent again: portion by portion, each a transaction of its own. */
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { enqueueAgain, sendPortion } from './send-again-store.ts';
import { lockWebhook } from './webhook-store.ts';

/** Then another job goes on, so that a worker comes to other things as well. */
const PORTIONS = 10;

export type Going = { readonly webhookId: string; readonly againId: string };

/** While the webhook is stopped nothing is done; what is left goes on with it. */
export async function goOnSendingAgain(
  db: Database,
  { webhookId, againId }: Going,
  { now, signal }: { readonly now: Temporal.Instant; readonly signal: AbortSignal },
): Promise<void> {
  for (let portion = 1; ; portion++) {
    const isLast = portion === PORTIONS || signal.aborted;
    const done = await db.write(SYSTEM, async (tx) => {
      const webhook = await lockWebhook(tx, webhookId);
      const isLeft = webhook?.isActive === true && (await sendPortion(tx, webhookId, againId, now));
      if (isLeft && isLast) await enqueueAgain(tx, webhookId, now);
      return { ok: true as const, value: isLeft };
    });
    if (!done.value || isLast) return;
  }
}
