import { useSyncExternalStore } from 'react';

/** Words such as "in 4 min" may lag by this much. */
const TICK_MS = 15_000;

let now = Date.now();
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** The present in milliseconds, for words and colours only: what is due or broken is decided by the server. One timer for all. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** Words about the present: shown anew only when they say something else, and not at each tick. A page may have hundreds. */
export function useNowWords(words: (nowMs: number) => string): string {
  return useSyncExternalStore(subscribe, () => words(now));
}

function subscribe(listener: () => void): () => void {
  if (ticking === undefined) now = Date.now();
  listeners.add(listener);
  ticking ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}
