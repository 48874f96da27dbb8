/** Numbers of incidents that were settled lately: enough to notice one that comes back, and never more than `most`. */
export interface RecentNumbers {
  readonly add: (id: string) => void;
  readonly has: (id: string) => boolean;
  readonly size: () => number;
}

/** How many numbers are remembered. An older one that comes back counts as a new incident. */
const NUMBERS_REMEMBERED = 100_000;

/**
 * A set that forgets what it has held longest. The ring knows which that is: a Set would have to look for it past all
 * that was deleted before.
 */
export function recentNumbers(most: number = NUMBERS_REMEMBERED): RecentNumbers {
  const numbers = new Set<string>();
  const ring: string[] = [];
  let next = 0;
  return {
    add(id) {
      if (numbers.has(id)) return;
      const oldest = ring[next];
      if (oldest !== undefined) numbers.delete(oldest);
      numbers.add(id);
      ring[next] = id;
      next = (next + 1) % most;
    },
    has: (id) => numbers.has(id),
    size: () => numbers.size,
  };
}
