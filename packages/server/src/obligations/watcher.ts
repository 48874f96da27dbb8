/**
 * The watcher: sleeps until something can change by itself and wakes for it. A new deadline that comes earlier wakes it at
 * once when it is opened in this process, and within `peekEvery` when another server opened it.
 */
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { wakeAccounts, type Woken } from './wake-accounts.ts';

export type Watcher = {
  /** Something was recorded here: look again. */
  readonly nudge: () => void;
  /** Ends after the batch that is under way. */
  readonly stop: () => Promise<void>;
};

export type WatcherParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly onWoken: (woken: Woken) => void;
  readonly onFailure: (error: unknown, accountId?: string) => void;
  /** Milliseconds after which it looks for deadlines of other servers; one look into an index. */
  readonly peekEvery?: number;
};

/** Milliseconds between two looks, however much is due. */
const AT_LEAST = 50;

/** Begins to look at once. */
export function startWatcher({ db, clock, onWoken, onFailure, peekEvery = 1000 }: WatcherParts): Watcher {
  const ending = new AbortController();
  let wake = () => undefined as void;
  const nap = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ending.signal.aborted ? 0 : milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!ending.signal.aborted) {
      let next: number | undefined;
      // What failed is due still: tried again with each look, and not as fast as the machine can.
      let shortest = peekEvery;
      try {
        const woken = await wakeAccounts(db, clock.now(), (accountId, error) => onFailure(error, accountId));
        if (woken.changed > 0) onWoken(woken);
        ({ next } = woken);
        if (woken.failed === 0) shortest = AT_LEAST;
      } catch (error) {
        onFailure(error);
      }
      const untilNext = next === undefined ? peekEvery : next * 1000 - clock.now().epochMilliseconds;
      await nap(Math.min(peekEvery, Math.max(shortest, untilNext)));
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
