import type { Cases } from './case-set.ts';

const LIMIT_DAYS = 28;

/** The first `count` cases of each site that end within 28 days: Business::Hours answers none beyond 30, and -1 late. */
export function shortCases(groups: readonly Cases[], due: readonly Float64Array[], count: number): Cases[] {
  return groups.map(({ site, from, seconds }, group) => {
    const isShort = (_: number, i: number) => (due[group]?.[i] ?? 0) - (from[i] ?? 0) < LIMIT_DAYS * 86_400;
    const keep = [...from.keys()].filter((i) => isShort(0, i)).slice(0, count);
    const only = (column: Float64Array) => Float64Array.from(keep, (i) => column[i] ?? 0);
    return { site, from: only(from), seconds: only(seconds) };
  });
}
