/**
 * The live feed: what is recorded, told to whoever listens, on whichever server they are. The journal is the outbox: readers
 * follow it in the order of transactions, up to the oldest one that still runs, so that none can slip in behind them and
 * reconnecting misses nothing.
 */
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import {
  factsAfter,
  type FeedFact,
  type FeedPlace,
  type FeedPresence,
  latestPlace,
  presencesSince,
  seenNow,
} from './feed-views.ts';

export type Listener = (facts: readonly FeedFact[], presences: readonly FeedPresence[]) => void;

export type LiveFeed = {
  readonly listen: (listener: Listener) => () => void;
  /** Resolves once the feed stands at a place of the journal: what is recorded afterwards reaches every listener. */
  readonly ready: () => Promise<void>;
  /** Something was committed here: look at once. */
  readonly nudge: () => void;
  /** Aborted when the server ends: streams end with it, and browsers come back to another one. */
  readonly ending: AbortSignal;
  readonly stop: () => Promise<void>;
};

export type LiveFeedParts = {
  readonly db: Database;
  readonly onFailure: (error: unknown) => void;
  /** Milliseconds between looks for what other servers recorded; nobody looks while nobody listens. */
  readonly lookEvery?: number;
};

const BATCH = 1000;

export function startLiveFeed({ db, onFailure, lookEvery = 500 }: LiveFeedParts): LiveFeed {
  const listeners = new Set<Listener>();
  const ending = new AbortController();
  let place: FeedPlace | undefined;
  let seen: string | undefined;
  let looking: Promise<void> | undefined;
  let again = false;
  const look = async () => {
    do {
      again = false;
      try {
        place ??= await db.read(SYSTEM, latestPlace);
        seen ??= await db.read(SYSTEM, seenNow);
        const [from, since] = [place, seen];
        const [facts, presences, now] = await db.read(SYSTEM, (tx) =>
          Promise.all([factsAfter(tx, from, BATCH), presencesSince(tx, since), seenNow(tx)]),
        );
        const last = facts.at(-1);
        if (last) place = last;
        seen = now;
        if (facts.length === BATCH) again = true;
        if (facts.length + presences.length > 0) for (const listener of listeners) listener(facts, presences);
      } catch (error) {
        onFailure(error);
      }
    } while (again && !ending.signal.aborted);
  };
  const nudge = () => {
    if (listeners.size === 0) {
      // Whoever comes next reads what it missed from its own place.
      place = undefined;
      seen = undefined;
      return;
    }
    if (looking) again = true;
    else
      looking = look().finally(() => {
        looking = undefined;
      });
  };
  const timer = setInterval(nudge, lookEvery);
  timer.unref();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: async () => {
      place ??= await db.read(SYSTEM, latestPlace);
      seen ??= await db.read(SYSTEM, seenNow);
    },
    nudge,
    ending: ending.signal,
    stop: async () => {
      ending.abort();
      clearInterval(timer);
      await looking;
    },
  };
}
