/**
 * The periods in which a contract is owed something. What is owed in a period is what the contract's level (and the
 * promise's `if`) gave when the period began: a move to another level changes nothing that began before it. A period in
 * which the promise stops belonging to the contract is cut short there; one into which it comes begins there, cut short
 * as well.
 */
import type { ZoneTable } from '../calendar/zone-table.ts';
import { startOfUnit } from './dates.ts';
import { cellAt, type Grid } from './periods.ts';
import type { Standing } from './standing.ts';

/** One period, end exclusive, in epoch seconds; `to` is Infinity where none is in sight. */
export type OwedPeriod<T> = {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  /** Where it ends if not at `to`: the promise stopped, or the contract did. */
  readonly cutAt: number | undefined;
  /** Whether it began with its period; a contract that starts on the first day of a period has all of it. */
  readonly whole: boolean;
  readonly owed: T;
};

/** A contract's life as far as periods ask. */
export type ContractLife = {
  readonly zone: ZoneTable;
  readonly starts: number;
  readonly ends: number | undefined;
  readonly history: readonly Standing[];
};

/** The periods that have begun by `now`. `owedAt` says what a standing promises, with the grid of its periods. */
export function* owedPeriods<T extends { readonly grid: Grid }>(
  { zone, starts, ends = Number.POSITIVE_INFINITY, history }: ContractLife,
  owedAt: (standing: Standing) => T | undefined,
  now: number,
): Generator<OwedPeriod<T>> {
  let number = 0;
  let i = 0;
  for (let at = starts; at <= now && at < ends;) {
    while ((history[i + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) i += 1;
    const standing = history[i];
    const owed = standing && owedAt(standing);
    if (!owed) {
      const next = history[i + 1];
      if (!next) return;
      ({ at } = next);
      continue;
    }
    const cell = cellAt(owed.grid, zone, starts, at);
    const end = Math.min(ends, firstWithout(history, i + 1, cell.to, owedAt));
    const cutAt = end < cell.to ? end : undefined;
    number += 1;
    yield {
      number,
      from: Math.max(cell.from, at),
      to: cell.to,
      cutAt,
      whole: cell.from >= startOfUnit(zone, at, 'day'),
      owed,
    };
    at = cutAt ?? cell.to;
  }
}

/** When, before `to`, the contract first stood so that nothing is owed; Infinity where it never did. */
function firstWithout(
  history: readonly Standing[],
  from: number,
  to: number,
  owedAt: (standing: Standing) => unknown,
): number {
  for (let i = from; i < history.length; i += 1) {
    const standing = history[i];
    if (!standing || standing.at >= to) break;
    if (!owedAt(standing)) return standing.at;
  }
  return Number.POSITIVE_INFINITY;
}
