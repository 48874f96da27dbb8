/** Feeds webhooks from the journal: looks every second, and when something was committed here. */
import type { Clock } from '../platform/clock/clock.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { enqueueSending, feed, lockHungry } from './delivery-store.ts';

export type WebhookFeed = {
  readonly nudge: () => void;
  /** Ends after the look that is under way. */
  readonly stop: () => Promise<void>;
};

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly onFailure: (error: unknown) => void;
  /** Milliseconds between looks for what other servers recorded. */
  readonly lookEvery?: number;
};

const BATCH = 500;

export function startWebhookFeed({ db, clock, onFailure, lookEvery = 1000 }: Parts): WebhookFeed {
  const ending = new AbortController();
  let wake = () => undefined as void;
  const run = async () => {
    while (!ending.signal.aborted) {
      let left = false;
      try {
        left = await feedWebhooks(db, clock.now());
      } catch (error) {
        onFailure(error);
      }
      if (!left)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ending.signal.aborted ? 0 : lookEvery);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
    }
  };
  const running = run();
  return {
    nudge: () => wake(),
    stop: async () => {
      ending.abort();
      wake();
      await running;
    },
  };
}

/** One look; whether there is more to be fed at once. Any number of servers may look at the same time. */
export async function feedWebhooks(db: Database, now: Temporal.Instant): Promise<boolean> {
  const fed = await db.write(SYSTEM, async (tx) => {
    let left = false;
    for (const webhookId of await lockHungry(tx)) {
      const { seen, made } = await feed(tx, webhookId, BATCH, now);
      await enqueueSending(tx, made, now);
      left ||= seen === BATCH;
    }
    return { ok: true as const, value: left };
  });
  return fed.value;
}
