/**
 * Sends one delivery. At least once, as the specification has it: it is taken under a lock before it is sent, so two workers
 * never send it both; a worker that dies in between leaves it taken for a minute, and what follows has the same id.
 */
import { secretIn, unseal } from '../identity/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tx } from '../platform/database/tx.ts';
import { nextTry } from './back-off.ts';
import * as store from './delivery-store.ts';
import { SECRET_OF_WEBHOOK } from './keep-webhook.ts';
import { postTo, type Answer } from './post-to.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { signedHeaders } from './sign.ts';
import { markFailing, markHeard, stopWebhook } from './webhook-store.ts';
import { happenedIn, type Happened } from './webhook-views.ts';

/** Longer than a call takes. */
const TAKEN_SECONDS = 60;
/** A receiver that fails may take all its time to do so: one try at a time, or it would keep every worker from all else. */
const HELD_UP_SECONDS = 30;
/** A receiver that has answered nothing for so long is not called any more. */
const STOPPED_AFTER_HOURS = 5 * 24;
/** "The receiver wants no more of it." */
const GONE = 410;
/** Of what was to be told before that was taken back: it has left nobody yet, and does not now. */
const NOT_TOLD: store.Outcome = {
  state: 'failed',
  status: undefined,
  error: 'This webhook is not told any more what is internal.',
  answer: undefined,
  nextTryAt: undefined,
};

/** `networks`: those of one's own that may be called. */
export async function sendDelivery(
  db: Database,
  networks: readonly string[],
  ids: store.Delivery,
  { now, signal }: { readonly now: Temporal.Instant; readonly signal: AbortSignal },
): Promise<void> {
  const taken = await take(db, ids, now);
  if (!taken) return;
  const payload = payloadOf(taken.happened);
  const timestamp = Math.floor(now.epochMilliseconds / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Tamarack',
    ...signedHeaders({ id: `msg_${taken.id}`, timestamp, payload }, taken.secrets),
  };
  const answer = await postTo(taken.url, headers, payload, networks, signal);
  await db.write(SYSTEM, async (tx) => {
    await settle(tx, taken, answer, now);
    return { ok: true };
  });
}

type Taken = store.LockedDelivery & { readonly happened: Happened; readonly secrets: readonly string[] };

/** The delivery, taken; undefined where there is nothing to send, or somebody is sending it. */
async function take(db: Database, ids: store.Delivery, now: Temporal.Instant): Promise<Taken | undefined> {
  const taken = await db.write(SYSTEM, async (tx): Promise<{ ok: true; value: Taken | undefined }> => {
    const nothing = { ok: true, value: undefined } as const;
    const delivery = await store.lockDelivery(tx, ids, now);
    // What waits for a webhook that is stopped goes on with it.
    if (!delivery?.isActive || delivery.state !== 'waiting') return nothing;
    const until = delivery.takenUntil === null ? now : Temporal.Instant.from(delivery.takenUntil);
    if (Temporal.Instant.compare(now, until) < 0) {
      await store.enqueueSending(tx, [ids], until.add({ seconds: 5 }));
      return nothing;
    }
    if (delivery.isHeldUp) {
      await store.enqueueSending(tx, [ids], now.add({ seconds: HELD_UP_SECONDS }));
      return nothing;
    }
    const happened = await happenedIn(tx, ids.accountId, delivery.journalId);
    if (!happened) return nothing;
    if (happened.audience === 'internal' && !delivery.withInternal) {
      await store.settleDelivery(tx, ids, NOT_TOLD, now);
      return nothing;
    }
    await store.takeDelivery(tx, ids, now.add({ seconds: TAKEN_SECONDS }));
    const sealing = await secretIn(tx);
    const sealed = [delivery.secret, ...(delivery.oldSecret === null ? [] : [delivery.oldSecret])];
    const secrets = sealed.map((text) => unseal(text, sealing, SECRET_OF_WEBHOOK));
    return { ok: true, value: { ...delivery, attempts: delivery.attempts + 1, happened, secrets } };
  });
  return taken.value;
}

/** As the specification proposes: what it is, when it happened, and the rest. */
function payloadOf({ fact, at, ...data }: Happened): string {
  return JSON.stringify({ type: fact, timestamp: at, data: { fact, at, ...data } });
}

/** The webhook before the delivery, as whoever sends again or deletes locks them: neither waits for the other. */
async function settle(tx: Tx, delivery: Taken, answer: Answer, now: Temporal.Instant): Promise<void> {
  const { status, text, retryAfter } = answer;
  const base = { status, answer: text };
  if (status !== undefined && status >= 200 && status < 300) {
    await markHeard(tx, delivery.webhookId);
    await store.settleDelivery(
      tx,
      delivery,
      { ...base, state: 'delivered', error: undefined, nextTryAt: undefined },
      now,
    );
    return;
  }
  const error = answer.error ?? refusalWords(status ?? 0);
  const nextTryAt = nextTry(delivery.attempts, retryAfterSeconds(retryAfter, now), now);
  const state = nextTryAt ? 'waiting' : 'failed';
  const since = await markFailing(tx, delivery.webhookId, now);
  await store.settleDelivery(tx, delivery, { ...base, state, error, nextTryAt }, now);
  if (status === GONE) return stopWebhook(tx, delivery.webhookId, 'The receiver answered that it is gone (410).');
  if (Temporal.Instant.compare(Temporal.Instant.from(since).add({ hours: STOPPED_AFTER_HOURS }), now) <= 0)
    return stopWebhook(tx, delivery.webhookId, `Nothing reached it for five days. Last: ${error}`);
  if (nextTryAt) await store.enqueueSending(tx, [delivery], nextTryAt);
}

function refusalWords(status: number): string {
  return status >= 300 && status < 400
    ? `It answered with a redirection (${status}), which is not followed.`
    : `It answered ${status}.`;
}
