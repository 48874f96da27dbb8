/**
 * From when on the facts and rows of a promise of the whole contract are read. Each period is reckoned from what happened in
 * it, so that what ended before the earliest new fact, and waits for nothing, stays as it is: a limit that has counted for ten
 * years reads this week's facts.
 */
import { unitKey, type Unit } from './unit.ts';

/** The opening of the earliest period that may change, in epoch seconds, by the unit's key. */
export type Windows = ReadonlyMap<string, number>;

/** Everything is read. */
export const EVERYTHING: Windows = new Map();

/** In epoch seconds; a unit without a window is read from its beginning. */
export function windowOf(windows: Windows, unit: Unit): number {
  return windows.get(unitKey(unit)) ?? Number.NEGATIVE_INFINITY;
}
