/** Deviations that a contract agrees, held against the bounds that each promise sets. */
import { granted, refuse, type Result } from '../refusals.ts';
import { compareDurations } from '../agreement/compare-durations.ts';
import type { Description } from '../agreement/grammar/description.ts';
import { levelChain } from '../agreement/level-chain.ts';
import { readDuration, type Duration } from '../agreement/words/duration.ts';
import { cellAt, type Table } from '../agreement/words/table.ts';
import { readTimes, type Times } from '../agreement/words/times.ts';
import type { Deviation } from './terms.ts';

export type Deviations = {
  readonly duration: (promise: string, level: string, severity: number | undefined) => Duration | undefined;
  readonly times: (promise: string, level: string, severity: number | undefined) => Times | undefined;
};

/** Refuses `deviation.not-allowed` where a promise sets no bounds, or the value lies outside them. */
export function deviate(description: Description, deviations: readonly Deviation[]): Result<Deviations> {
  const durations: { deviation: Deviation; value: Duration }[] = [];
  const times: { deviation: Deviation; value: Times }[] = [];
  for (const deviation of deviations) {
    const clause = description.promises[deviation.promise];
    const bounds = clause?.deviation;
    if (!clause || !bounds) return refuse('deviation.not-allowed', `"${deviation.promise}" ${clause ? 'sets no bounds for deviations' : 'is no promise of the description'}.`);
    const chain = levelChain(description.levels, deviation.level ?? '');
    if (clause.form === 'count') {
      const value = readTimes(deviation.value);
      if (!value.ok) return refuse('deviation.not-allowed', `${deviation.promise}: ${value.sentence}.`);
      const least = valueAt(bounds.least, chain, deviation.severity);
      const most = valueAt(bounds.most, chain, deviation.severity);
      if ((!least && !most) || (least && value.value.least < least.least) || (most && (value.value.most ?? Infinity) > (most.most ?? Infinity))) return outside(deviation);
      times.push({ deviation, value: value.value });
    } else {
      const value = readDuration(deviation.value);
      if (!value.ok) return refuse('deviation.not-allowed', `${deviation.promise}: ${value.sentence}.`);
      const tightest = valueAt(bounds.tightest, chain, deviation.severity);
      const loosest = valueAt(bounds.loosest, chain, deviation.severity);
      if ((!tightest && !loosest) || (tightest && !isIn(['longer', 'equal'], value.value, tightest)) || (loosest && !isIn(['shorter', 'equal'], value.value, loosest))) return outside(deviation);
      durations.push({ deviation, value: value.value });
    }
  }
  return granted({ duration: found(durations), times: found(times) });
}

function isIn(allowed: readonly string[], value: Duration, bound: Duration): boolean {
  return allowed.includes(compareDurations(value, bound));
}

function outside(deviation: Deviation): Result<never> {
  const severity = deviation.severity === undefined ? '' : `, severity ${deviation.severity}`;
  return refuse('deviation.not-allowed', `"${deviation.value}" lies outside the bounds that "${deviation.promise}" sets for ${deviation.level ?? 'all levels'}${severity}, or cannot be compared with them.`);
}

function valueAt<T>(table: Table<T> | undefined, chain: readonly string[], severity: number | undefined): T | undefined {
  const cell = table && cellAt(table, chain, severity);
  return cell?.cell === 'value' ? cell.value : undefined;
}

/** A deviation without a level or severity holds for all of them. */
function found<T>(agreed: readonly { deviation: Deviation; value: T }[]): (promise: string, level: string, severity: number | undefined) => T | undefined {
  return (promise, level, severity) =>
    agreed.findLast(({ deviation }) => deviation.promise === promise && (deviation.level ?? level) === level && (deviation.severity ?? severity) === severity)?.value;
}
