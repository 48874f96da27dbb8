/** Deviations that a contract agrees, held against the bounds that each promise sets. */
import { granted, refuse, type Result } from '../refusals.ts';
import { compareDurations } from '../agreement/compare-durations.ts';
import type { Description } from '../agreement/grammar/description.ts';
import type { PromiseClause } from '../agreement/grammar/promise.ts';
import { levelChain } from '../agreement/level-chain.ts';
import { readDuration, type Duration } from '../agreement/words/duration.ts';
import { cellAt, type Table } from '../agreement/words/table.ts';
import { readTimes, type Times } from '../agreement/words/times.ts';
import type { Deviation } from './terms.ts';

export type Deviations = {
  readonly duration: (promise: string, level: string, severity: number | undefined) => Duration | undefined;
  readonly times: (promise: string, level: string, severity: number | undefined) => Times | undefined;
};

/**
 * Refuses `deviation.not-allowed` where a promise sets no bounds, or the value lies outside them. Bounds hold row by row:
 * where `loosest` names severities 1 and 2, nothing may be agreed for severity 3, and a deviation has to name its row. A
 * bound that the promise leaves out altogether is none: with `tightest` alone, anything longer may be agreed.
 */
export function deviate(description: Description, deviations: readonly Deviation[]): Result<Deviations> {
  const durations: { deviation: Deviation; value: Duration }[] = [];
  const times: { deviation: Deviation; value: Times }[] = [];
  for (const [index, deviation] of deviations.entries()) {
    const no = (sentence: string) => refusal(index, `"${deviation.promise}" ${sentence}.`);
    const clause = Object.hasOwn(description.promises, deviation.promise)
      ? description.promises[deviation.promise]
      : undefined;
    if (!clause) return no('is no promise of the description');
    if (deviation.level !== undefined && !Object.hasOwn(description.levels, deviation.level)) {
      return no(`cannot deviate for "${deviation.level}", which is no level`);
    }
    if (!clause.deviation) return no('sets no bounds for deviations');
    const bounds = boundsAt(
      clause.deviation,
      levelChain(description.levels, deviation.level ?? ''),
      deviation.severity,
    );
    switch (clause.form) {
      case 'count': {
        const value = readTimes(deviation.value);
        if (!value.ok) return refusal(index, `${deviation.promise}: ${value.sentence}.`);
        if (!isWithin(value.value, bounds)) return refusal(index, outside(deviation));
        times.push({ deviation, value: value.value });
        break;
      }
      case 'response':
      case 'update':
      case 'cadence':
      case 'before': {
        const value = readDuration(deviation.value);
        if (!value.ok) return refusal(index, `${deviation.promise}: ${value.sentence}.`);
        if (!isBetween(value.value, bounds, clause.form === 'before')) return refusal(index, outside(deviation));
        durations.push({ deviation, value: value.value });
        break;
      }
      case 'request':
      case 'limit':
      case 'gate':
        return no(`is a ${clause.form}, in which nothing can be agreed otherwise`);
    }
  }
  return granted({ duration: found(durations), times: found(times) });
}

/** A bound that holds at a level and severity; `unset` where the promise has none, `shut` where it has, but not there. */
type Bound<T> = { readonly is: 'value'; readonly value: T } | { readonly is: 'unset' | 'shut' };
type Bounds = {
  readonly tightest: Bound<Duration>;
  readonly loosest: Bound<Duration>;
  readonly least: Bound<Times>;
  readonly most: Bound<Times>;
};

function boundsAt(
  bounds: NonNullable<PromiseClause['deviation']>,
  chain: readonly string[],
  severity: number | undefined,
): Bounds {
  const at = <T>(table: Table<T> | undefined): Bound<T> => {
    if (!table) return { is: 'unset' };
    const cell = cellAt(table, chain, severity);
    return cell?.cell === 'value' ? { is: 'value', value: cell.value } : { is: 'shut' };
  };
  return { tightest: at(bounds.tightest), loosest: at(bounds.loosest), least: at(bounds.least), most: at(bounds.most) };
}

function isWithin(value: Times, { least, most }: Bounds): boolean {
  if (least.is === 'shut' || most.is === 'shut' || (least.is === 'unset' && most.is === 'unset')) return false;
  if (least.is === 'value' && value.least < least.value.least) return false;
  return most.is !== 'value' || (value.most ?? Infinity) <= (most.value.most ?? Infinity);
}

/** Of a time ahead (`before`), the longer is the tighter. */
function isBetween(value: Duration, { tightest, loosest }: Bounds, ahead: boolean): boolean {
  if (tightest.is === 'shut' || loosest.is === 'shut' || (tightest.is === 'unset' && loosest.is === 'unset'))
    return false;
  const [shortest, longest] = ahead ? [loosest, tightest] : [tightest, loosest];
  if (shortest.is === 'value' && !isIn(['longer', 'equal'], value, shortest.value)) return false;
  return longest.is !== 'value' || isIn(['shorter', 'equal'], value, longest.value);
}

function isIn(allowed: readonly string[], value: Duration, bound: Duration): boolean {
  return allowed.includes(compareDurations(value, bound));
}

function outside({ promise, level, severity, value }: Deviation): string {
  const row = severity === undefined ? '' : `, severity ${severity}`;
  return `"${value}" lies outside the bounds that "${promise}" sets for ${level ?? 'all levels'}${row}, or cannot be compared with them.`;
}

function refusal(index: number, sentence: string): Result<never> {
  return refuse('deviation.not-allowed', sentence, [{ path: `deviations.${index}.value`, says: sentence }]);
}

/** A deviation without a level or severity holds for all of them. */
function found<T>(
  agreed: readonly { deviation: Deviation; value: T }[],
): (promise: string, level: string, severity: number | undefined) => T | undefined {
  return (promise, level, severity) =>
    agreed.findLast(
      ({ deviation }) =>
        deviation.promise === promise &&
        (deviation.level ?? level) === level &&
        (deviation.severity ?? severity) === severity,
    )?.value;
}
