/**
 * Which row Tab reaches: the one that was reached last, or the nearest that is still there. Rows go away while somebody looks at
 * them, and of long lists only those exist that are seen. Undefined where there is none.
 */
export function reachableIndex(active: number, shown: readonly number[]): number | undefined {
  return shown.toSorted((one, other) => Math.abs(one - active) - Math.abs(other - active))[0];
}
