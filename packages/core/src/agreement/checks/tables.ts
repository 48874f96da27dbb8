/** The tables that a promise holds, with the place of each. */
import type { PromiseClause } from '../grammar/promise.ts';
import type { Duration } from '../words/duration.ts';
import type { Quantity } from '../words/quantity.ts';
import type { Table } from '../words/table.ts';
import type { Times } from '../words/times.ts';

export type PlacedTable =
  | { readonly of: 'duration'; readonly path: readonly string[]; readonly table: Table<Duration> }
  | { readonly of: 'times'; readonly path: readonly string[]; readonly table: Table<Times> }
  | { readonly of: 'quantity'; readonly path: readonly string[]; readonly table: Table<Quantity> };

/** The table that says how long, how often or how much; none for requests, gates and `before`. */
export function targetOf(promise: PromiseClause): PlacedTable | undefined {
  switch (promise.form) {
    case 'response':
      return { of: 'duration', path: ['within'], table: promise.within };
    case 'update':
    case 'cadence':
      return { of: 'duration', path: ['every'], table: promise.every };
    case 'count':
      return { of: 'times', path: ['times'], table: promise.times };
    case 'limit':
      return { of: 'quantity', path: ['at-most'], table: promise['at-most'] };
    case 'request':
    case 'before':
    case 'gate':
      return undefined;
  }
}

/** The target, the lead of a `before` and the bounds of agreed deviations. */
export function tablesOf(promise: PromiseClause): PlacedTable[] {
  const target = targetOf(promise);
  const { tightest, loosest, least, most } = promise.deviation ?? {};
  const tables: (PlacedTable | undefined)[] = [
    target,
    // No target: further ahead is stricter, so it is not compared as targets are.
    promise.form === 'before' && promise.ahead ? { of: 'duration', path: ['ahead'], table: promise.ahead } : undefined,
    tightest && { of: 'duration', path: ['deviation', 'tightest'], table: tightest },
    loosest && { of: 'duration', path: ['deviation', 'loosest'], table: loosest },
    least && { of: 'times', path: ['deviation', 'least'], table: least },
    most && { of: 'times', path: ['deviation', 'most'], table: most },
  ];
  return tables.filter((table) => table !== undefined);
}
