/** Targets of two versions, cell by cell for every level and severity that both have. */
import type { PlacedTable } from '../checks/tables.ts';
import type { Description } from '../grammar/description.ts';
import { cellInWords, cellOf, hasSeverities, type TargetCell } from '../in-words/target-in-words.ts';
import { levelName } from '../in-words/owner-in-words.ts';
import { levelChain } from '../level-chain.ts';
import { compareLengths, compareQuantities, compareTimes } from './compare-amounts.ts';
import { difference, type Difference, type Place } from './difference.ts';
import { sameValue } from './same-value.ts';
import { verdictOf, type Direction, type Polarity, type Verdict } from './verdict.ts';

/** How cells count: what "more" is good for, and what a cell that is not there means. */
export type CellRule = {
  readonly polarity: Polarity;
  readonly absent: 'least' | 'most' | 'unknown';
  /** What the table holds, where it is not the promise's own target. */
  readonly label?: string;
};

type Change = {
  readonly level: string;
  readonly severity: number | undefined;
  readonly before: string;
  readonly after: string;
  readonly verdict: Verdict;
};

/** The differences of a table; where only its writing changed, one that says so. */
export function compareTables(place: Place, before: PlacedTable, after: PlacedTable, rule: CellRule): Difference[] {
  const levels = Object.keys(place.old.levels).filter((level) => Object.hasOwn(place.new.levels, level));
  const severities =
    hasSeverities(before) || hasSeverities(after) ? commonSeverities(place.old, place.new) : [undefined];
  const changes = levels.flatMap((level) =>
    severities.flatMap((severity) => changeAt(place, before, after, level, severity, rule)),
  );
  const [first] = changes;
  if (first === undefined) return [difference(place, hasSameKeys(place) ? 'neutral' : 'cannot tell')];
  const alike =
    changes.length === levels.length * severities.length &&
    changes.every((change) => sameValue({ ...change, level: '', severity: 0 }, { ...first, level: '', severity: 0 }));
  if (alike) {
    const label = rule.label === undefined ? {} : { label: rule.label };
    return [difference(place, first.verdict, { before: first.before, after: first.after, ...label })];
  }
  return changes.map(({ level, severity, verdict, before: was, after: is }) => {
    const inner = severity === undefined ? [level] : [level, String(severity)];
    const cell = `${levelName(level, place.new)}${severity === undefined ? '' : `, severity ${severity}`}`;
    const label = rule.label === undefined ? cell : `${rule.label}, ${cell}`;
    return difference({ ...place, path: [...place.path, ...inner] }, verdict, { before: was, after: is, label });
  });
}

function changeAt(
  place: Place,
  before: PlacedTable,
  after: PlacedTable,
  level: string,
  severity: number | undefined,
  rule: CellRule,
): Change[] {
  const old = cellOf(before, levelChain(place.old.levels, level), severity);
  const young = cellOf(after, levelChain(place.new.levels, level), severity);
  if (sameValue(old, young)) return [];
  const direction = compareCells(old, young, rule.absent);
  return [
    {
      level,
      severity,
      before: cellInWords(old, place.old),
      after: cellInWords(young, place.new),
      verdict: verdictOf(direction, rule.polarity),
    },
  ];
}

/** Two cells; "more" is longer, more often, a greater allowance. */
function compareCells(
  old: TargetCell | undefined,
  young: TargetCell | undefined,
  absent: CellRule['absent'],
): Direction {
  const [was, is] = [isAbsent(old), isAbsent(young)];
  if (was && is) return 'same';
  if (was || is) {
    if (absent === 'unknown') return 'unknown';
    return was === (absent === 'least') ? 'more' : 'less';
  }
  if (old?.cell !== 'value' || young?.cell !== 'value') return 'unknown';
  if ('counts' in old.value && 'counts' in young.value) return compareLengths(old.value, young.value);
  if ('of' in old.value && 'of' in young.value) return compareQuantities(old.value, young.value);
  return 'least' in old.value && 'least' in young.value ? compareTimes(old.value, young.value) : 'unknown';
}

function isAbsent(cell: TargetCell | undefined): boolean {
  return cell === undefined || cell.cell === 'none';
}

function commonSeverities(old: Description, young: Description): number[] {
  return Object.keys(old.severities?.list ?? {})
    .filter((key) => Object.hasOwn(young.severities?.list ?? {}, key))
    .map(Number);
}

function hasSameKeys({ old, new: young }: Place): boolean {
  const keys = (description: Description) => [
    Object.keys(description.levels).toSorted(),
    Object.keys(description.severities?.list ?? {}).toSorted(),
  ];
  return sameValue(keys(old), keys(young));
}
