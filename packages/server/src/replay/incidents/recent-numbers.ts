/** Numbers of incidents that were settled lately: enough to notice one that comes back, and never more than `most`. */
export interface RecentNumbers {
  readonly add: (id: string) => void;
  readonly has: (id: string) => boolean;
  readonly size: () => number;
}

/** How many numbers are remembered. An older one that comes back counts as a new incident. */
const NUMBERS_REMEMBERED = 100_000;

/** A set that forgets what it has held longest. */
export function recentNumbers(most: number = NUMBERS_REMEMBERED): RecentNumbers {
  const numbers = new Set<string>();
  return {
    add(id) {
      numbers.add(id);
      if (numbers.size <= most) return;
      for (const oldest of numbers) {
        numbers.delete(oldest);
        return;
      }
    },
    has: (id) => numbers.has(id),
    size: () => numbers.size,
  };
}
