/** How long, how often, how much: a cell, or a whole table by level and severity. */
import { targetOf, type PlacedTable } from '../checks/tables.ts';
import type { Description } from '../grammar/description.ts';
import type { PromiseClause, PromiseForm } from '../grammar/promise.ts';
import { belongsTo, levelChain } from '../level-chain.ts';
import { durationInWords, type Duration } from '../words/duration.ts';
import { quantityInWords, type Quantity } from '../words/quantity.ts';
import { cellAt, cellsOf, type Cell } from '../words/table.ts';
import { timesInWords, type Times } from '../words/times.ts';
import { levelName } from './owner-in-words.ts';
import { parameterInWords } from './parameter-in-words.ts';

/** A cell of any target. */
export type TargetCell = Cell<Duration | Times | Quantity>;

/** What a promise says for one level and severity; severity undefined: whatever the severity. */
export type Target = {
  readonly level: string;
  readonly severity: number | undefined;
  readonly cell: TargetCell | undefined;
};

/** Levels of which the document speaks: the one asked for, or all that are sold. */
export function levelsShown(description: Pick<Description, 'levels'>, level: string | undefined): string[] {
  if (level !== undefined) return [level];
  const names = Object.keys(description.levels);
  const sold = names.filter((name) => description.levels[name]?.sold !== false);
  return sold.length > 0 ? sold : names;
}

/** The targets of a promise for every level that has it and, where the table asks for it, every severity. */
export function targetsOf(promise: PromiseClause, description: Description, level?: string): Target[] {
  const target = targetOf(promise);
  if (!target) return [];
  return targetsIn(target, description, levelsOf(promise, description, level));
}

/** The levels that have a promise, of those shown; where none has it, it is told for all of them. */
export function levelsOf(
  promise: Pick<PromiseClause, 'levels'>,
  description: Pick<Description, 'levels'>,
  level?: string,
): string[] {
  const shown = levelsShown(description, level);
  const having = shown.filter((name) => belongsTo(description.levels, promise.levels, name));
  return having.length > 0 ? having : shown;
}

/** The cells of one table for these levels. */
export function targetsIn(placed: PlacedTable, description: Description, levels: readonly string[]): Target[] {
  const severities = hasSeverities(placed) ? Object.keys(description.severities?.list ?? {}).map(Number) : [undefined];
  return levels.flatMap((name) =>
    severities.map((severity) => ({
      level: name,
      severity,
      cell: cellOf(placed, levelChain(description.levels, name), severity),
    })),
  );
}

/** Whether a table says something else for some severity. */
export function hasSeverities({ table }: PlacedTable): boolean {
  return cellsOf<unknown>(table).some(({ severity }) => severity !== undefined);
}

/** The cell of a table for a level with those it includes, and a severity. */
export function cellOf(
  placed: PlacedTable,
  chain: readonly string[],
  severity: number | undefined,
): TargetCell | undefined {
  switch (placed.of) {
    case 'duration':
      return cellAt(placed.table, chain, severity);
    case 'times':
      return cellAt(placed.table, chain, severity);
    case 'quantity':
      return cellAt(placed.table, chain, severity);
  }
}

/** A cell as it stands in a table of targets: "30 minutes", "on request". */
export function cellInWords(cell: TargetCell | undefined, description: Pick<Description, 'parameters'>): string {
  if (cell === undefined || cell.cell === 'none') return 'none promised';
  if (cell.cell === 'on-request') return 'on request';
  return cell.cell === 'parameter' ? parameterInWords(cell.parameter, description) : valueInWords(cell.value);
}

/** A cell in a sentence of its form: "within 30 minutes", "at least every 3 business days". */
function cellPhrase(
  cell: TargetCell | undefined,
  form: PromiseForm,
  description: Pick<Description, 'parameters'>,
): string {
  const words = cellInWords(cell, description);
  if (cell === undefined || cell.cell === 'none') return 'with no time promised';
  if (cell.cell === 'on-request') return 'whenever it is asked for';
  switch (form) {
    case 'response':
      return cell.cell === 'parameter' ? `in the time agreed (${words})` : `within ${words}`;
    case 'update':
      return cell.cell === 'parameter' ? `at the interval agreed (${words})` : `at least ${everyInWords(words)}`;
    case 'cadence':
      return cell.cell === 'parameter' ? `at the interval agreed (${words})` : everyInWords(words);
    case 'limit':
      return cell.cell === 'parameter' || words.startsWith('without') ? words : `at most ${words}`;
    case 'count':
    case 'request':
    case 'before':
    case 'gate':
      return words;
  }
}

/** All targets in one phrase: "in Glow at severity 1 within 2 hours, at severity 2 within 12 hours; in Beacon …". */
export function targetInWords(promise: PromiseClause, description: Description, level?: string): string {
  return joinTargets(
    targetsOf(promise, description, level),
    (cell) => cellPhrase(cell, promise.form, description),
    description,
  );
}

/** Targets as one phrase; what is the same for all levels or severities is said once. */
export function joinTargets(
  all: readonly Target[],
  phraseOf: (cell: TargetCell | undefined) => string,
  description: Pick<Description, 'levels'>,
): string {
  const promised = all.filter(({ cell }) => cell !== undefined);
  const targets = promised.length > 0 ? promised : all;
  const phrases = new Set(targets.map(({ cell }) => phraseOf(cell)));
  const [only] = phrases;
  if (only !== undefined && phrases.size === 1 && targets.length === all.length) return only;
  const levels = [...new Set(targets.map((target) => target.level))];
  const rowOf = (name: string) =>
    targets
      .filter((target) => target.level === name)
      .map(({ severity, cell }) => `${severity === undefined ? '' : `at severity ${severity} `}${phraseOf(cell)}`)
      .join(', ');
  const rows = levels.map(rowOf);
  if (new Set(rows).size === 1) return rows[0] ?? '';
  return rows.map((row, i) => `in ${levelName(levels[i] ?? '', description)} ${row}`).join('; ');
}

/** "every week" of "1 week", "every 2 weeks". */
export function everyInWords(duration: string): string {
  return `every ${duration.replace(/^1 (?=[a-z ]+$)/, '')}`;
}

function valueInWords(value: Duration | Times | Quantity): string {
  if ('counts' in value) return durationInWords(value);
  return 'of' in value ? quantityInWords(value) : timesInWords(value);
}
