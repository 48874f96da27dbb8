/** Targets that are looser where they ought to be stricter. */
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';
import { levelChain } from '../level-chain.ts';
import { compareDurations } from '../compare-durations.ts';
import type { Duration } from '../words/duration.ts';
import { cellAt, type Table } from '../words/table.ts';
import { targetOf } from './tables.ts';

/** Compares neighbouring cells of every table of durations. */
export function checkTargets({ promises, levels, severities }: Description): Finding[] {
  const severityNumbers = Object.keys(severities?.list ?? {}).map(Number);
  return Object.entries(promises).flatMap(([name, promise]) => {
    const target = targetOf(promise);
    if (target?.of !== 'duration' || target.table.by === 'all') return [];
    const path = ['promises', name, ...target.path];
    return Object.keys(levels).flatMap((level) => [
      ...looserThanIncluded(target.table, level, levelChain(levels, level), severityNumbers, path),
      ...looserThanLighter(
        target.table,
        levelChain(levels, level),
        severityNumbers,
        path,
        Object.keys(levels)[0] === level,
      ),
    ]);
  });
}

function looserThanIncluded(
  table: Table<Duration>,
  level: string,
  chain: readonly string[],
  severities: readonly number[],
  path: readonly string[],
): Finding[] {
  const rows = table.by === 'key' ? table.rows : {};
  if (chain.length < 2 || !Object.hasOwn(rows, level)) return [];
  return severities.flatMap((severity): Finding[] => {
    const own = durationAt(table, chain, severity);
    const included = durationAt(table, chain.slice(1), severity);
    if (!own || !included || compareDurations(own, included) !== 'longer') return [];
    return [
      {
        code: 'target.looser-above',
        path: [...path, level, String(severity)],
        sentence: `"${level}" promises less for severity ${severity} than "${chain[1] ?? ''}", which it includes`,
      },
    ];
  });
}

function looserThanLighter(
  table: Table<Duration>,
  chain: readonly string[],
  severities: readonly number[],
  path: readonly string[],
  first: boolean,
): Finding[] {
  const level = chain[0] ?? '';
  const own = table.by === 'key' && Object.hasOwn(table.rows, level);
  if (!own && !first) return [];
  return severities.slice(1).flatMap((lighter, i): Finding[] => {
    const graver = severities[i] ?? 0;
    const strict = durationAt(table, chain, graver);
    const loose = durationAt(table, chain, lighter);
    if (!strict || !loose || compareDurations(strict, loose) !== 'longer') return [];
    return [
      {
        code: 'target.looser-graver',
        path: own ? [...path, level, String(graver)] : [...path, String(graver)],
        sentence: `severity ${graver} has a looser target than severity ${lighter}`,
      },
    ];
  });
}

function durationAt(table: Table<Duration>, chain: readonly string[], severity: number): Duration | undefined {
  const cell = cellAt(table, chain, severity);
  return cell?.cell === 'value' ? cell.value : undefined;
}
