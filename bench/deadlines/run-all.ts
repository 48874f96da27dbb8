import type { Cases } from './case-set.ts';
import type { DeadlineContender } from './contenders/contender.ts';

/** Milliseconds of one contender for all sites, and its answers by site. */
export function runAll(
  { run }: DeadlineContender,
  groups: readonly Cases[],
): { readonly milliseconds: number; readonly due: Float64Array[] } {
  const runs = groups.map((cases) => run(cases));
  return {
    milliseconds: runs.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    due: runs.map(({ due }) => due),
  };
}
