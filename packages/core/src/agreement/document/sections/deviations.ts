/** How far a contract may agree something else for one account, by level and severity. */
import { tablesOf } from '../../checks/tables.ts';
import type { PromiseClause } from '../../grammar/promise.ts';
import { levelName } from '../../in-words/owner-in-words.ts';
import { cellInWords, hasSeverities, levelsOf, targetsIn } from '../../in-words/target-in-words.ts';
import { groupedTable, paragraph } from '../blocks.ts';
import type { Phrase, RowGroup } from '../document-model.ts';
import type { DraftSection } from '../draft-section.ts';
import { shownClauses, type Rendering } from '../rendering.ts';

/** The section on deviations; left out where no promise allows any. */
export function deviations(of: Rendering): DraftSection | undefined {
  const groups = shownClauses(of, of.description.promises)
    .filter(([, promise]) => promise.deviation !== undefined)
    .map(([name, promise]) => groupOf(of, name, promise));
  if (groups.length === 0) return undefined;
  const columns = ['Promise', ...of.levels.map((level) => levelName(level, of.description))];
  const lead = paragraph('A contract may agree something else for one account, within these bounds:');
  return {
    anchor: 'deviations',
    title: 'Deviations for one account',
    blocks: [lead, groupedTable('Deviations for one account', columns, groups)],
  };
}

function groupOf(of: Rendering, name: string, promise: PromiseClause): RowGroup {
  const { description } = of;
  const bounds = tablesOf(promise).filter(({ path }) => path[0] === 'deviation');
  const graded = bounds.some(hasSeverities);
  const severities: (string | undefined)[] = graded ? Object.keys(description.severities?.list ?? {}) : [undefined];
  const having = levelsOf(promise, description, of.level);
  const boundAt = (which: string, level: string, severity: string | undefined): string | undefined => {
    const placed = bounds.find(({ path }) => path[1] === which);
    const found =
      placed &&
      targetsIn(placed, description, [level]).find(
        (target) => target.severity === undefined || String(target.severity) === severity,
      );
    return found?.cell === undefined ? undefined : cellInWords(found.cell, description);
  };
  const cell = (level: string, severity: string | undefined) => {
    if (!having.includes(level)) return '–';
    return rangeInWords(
      boundAt('tightest', level, severity) ?? boundAt('least', level, severity),
      boundAt('loosest', level, severity) ?? boundAt('most', level, severity),
    );
  };
  const rows = severities.map((severity): Phrase[] => [
    rowTitle(of, severity),
    ...of.levels.map((level) => cell(level, severity)),
  ]);
  return {
    heading: [{ link: promise.title, to: `promise-${name}` }],
    ...(promise.deviation?.says === undefined ? {} : { note: promise.deviation.says }),
    rows,
  };
}

function rowTitle({ description }: Rendering, severity: string | undefined): string {
  return severity === undefined
    ? 'Whatever the severity'
    : `${severity} – ${description.severities?.list[severity]?.name ?? ''}`;
}

function rangeInWords(least: string | undefined, most: string | undefined): string {
  if (least !== undefined && most !== undefined) return least === most ? least : `${least} to ${most}`;
  if (least !== undefined) return `${least} or more`;
  return most === undefined ? '–' : `${most} or less`;
}
