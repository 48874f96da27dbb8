import { addCounts, attainmentOf, noCounts } from '../tally/counts.ts';
import type { Outcome } from '../result/replay-result.ts';

/** Outcomes that share a key, added up, in the order in which the keys first come. */
export function sumBy<T extends Outcome>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): (readonly [key: string, outcome: Outcome])[] {
  const sums = new Map<string, ReturnType<typeof noCounts>>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(key) ?? noCounts();
    sums.set(key, addCounts(sum, row));
  }
  return [...sums].map(([key, counts]) => [key, { ...counts, attainment: attainmentOf(counts) }] as const);
}
