/** Something to measure: runs once and gives its sample. */
export type Contender = () => number | Promise<number>;

/**
 * Measures all contenders in turn, A B C A B C …, so that a machine that grows slower meanwhile is slower for each. One
 * round more comes first and is not counted: it warms compilers and caches.
 */
export async function interleave<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Record<Name, number[]>> {
  const entries = Object.entries<Contender>(contenders) as [Name, Contender][];
  const samples = Object.fromEntries(entries.map(([name]) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const [name, contender] of entries) {
      const sample = await contender();
      if (round > 0) samples[name].push(sample);
    }
  }
  return samples;
}
