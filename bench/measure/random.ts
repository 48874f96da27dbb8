/** Numbers from 0 until 1 that are the same in every run (mulberry32, by Tommy Ettinger, public domain). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `from` to `to`, both included. */
export function wholeBetween(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of these, each as likely as the others. */
export function oneOf<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[wholeBetween(random, 0, choices.length - 1)] ?? choices[0];
}
