/**
 * The periods of a contract: from its start date ("year" = year of the contract) or aligned with the
 * calendar ("calendar week" = Monday to Sunday). They run from midnight to midnight in the zone of
 * the promise's calendar; the first one begins with the contract. Contract months and years are
 * reckoned from the start date itself, so that a contract of 31 January has its next month begin on
 * 28 February and the one after on 31 March.
 */
import type { Period } from '../agreement/words/times.ts';
import { localDay, type ZoneTable } from '../calendar/zone-table.ts';
import { firstInstantAfter, startOfNext, startOfUnit, unitsIn } from './dates.ts';

/** Every so many units of a period; `contract`: the whole contract is one. */
export type Grid = { readonly period: Period; readonly every: number } | 'contract';

/** One period, end exclusive, in epoch seconds; `to` is Infinity where none is in sight. */
export type Cell = { readonly from: number; readonly to: number };

/** The period in which an instant lies that is not before the contract's start. */
export function cellAt(grid: Grid, zone: ZoneTable, starts: number, at: number): Cell {
  if (grid === 'contract') return { from: starts, to: Number.POSITIVE_INFINITY };
  const { period, every } = grid;
  if (period.aligned === 'calendar')
    return { from: startOfUnit(zone, at, period.unit), to: startOfNext(zone, at, period.unit) };
  const first = localDay(zone, starts);
  const boundary = (number: number) =>
    number === 0 ? starts : firstInstantAfter(zone, first, period.unit, number * every);
  // The last boundary that is not after `at`, by bisection: there are at most so many periods between.
  let low = 0;
  let high = Math.floor(unitsIn(localDay(zone, at) - first, period.unit) / every) + 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (boundary(middle) <= at) low = middle;
    else high = middle;
  }
  return { from: boundary(low), to: boundary(high) };
}
