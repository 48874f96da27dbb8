/**
 * Chance that is the same every time: mulberry32 (Tommy Ettinger, 2017, public domain), seeded by the FNV-1a hash of what is
 * decided. Each decision has a generator of its own, so that another order of rows changes nothing.
 */

export type Chance = {
  /** From 0 up to 1. */
  readonly share: () => number;
  readonly between: (least: number, most: number) => number;
  readonly whole: (least: number, most: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(choices: readonly [T, ...(readonly T[])]) => T;
};

const SEED = 20_261;

/** The generator of a decision; the same name gives the same. */
export function chanceOf(...name: readonly (string | number)[]): Chance {
  const share = mulberry32(fnv1a(name.join('\n')) ^ SEED);
  // The first numbers of neighbouring seeds are alike.
  share();
  const between = (least: number, most: number) => least + share() * (most - least);
  return {
    share,
    between,
    whole: (least, most) => Math.floor(between(least, most + 1)),
    happens: (probability) => share() < probability,
    pick: (choices) => choices[Math.floor(share() * choices.length)] ?? choices[0],
  };
}

function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function fnv1a(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  return hash;
}
