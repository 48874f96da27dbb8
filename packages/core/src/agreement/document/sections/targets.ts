/** The tables of targets: what a customer looks for first. */
import type { Description } from '../../grammar/description.ts';
import type { PromiseClause } from '../../grammar/promise.ts';
import type { Condition, Test } from '../../words/condition.ts';
import { holds } from '../../words/condition.ts';
import { periodInWords } from '../../words/times.ts';
import { conditionInWords } from '../../in-words/condition-in-words.ts';
import { kindsOfTime, isAlwaysOpen } from '../../in-words/counting-in-words.ts';
import { calendarTitle, levelName, sideOf } from '../../in-words/owner-in-words.ts';
import { cellInWords, everyInWords, hasSeverities, targetsOf, type Target } from '../../in-words/target-in-words.ts';
import { targetOf } from '../../checks/tables.ts';
import { capital, spaced } from '../../in-words/wording.ts';
import { groupedTable, paragraph, table } from '../blocks.ts';
import type { Block, Phrase, RowGroup } from '../document-model.ts';
import type { DraftSection } from '../draft-section.ts';
import { shownClauses, type Rendering } from '../rendering.ts';

/** The section of targets; left out where no promise has one. */
export function targets(of: Rendering): DraftSection | undefined {
  const promises = shownClauses(of, of.description.promises).filter(([, promise]) => targetOf(promise) !== undefined);
  const graded = promises.filter(([, promise]) => isGraded(promise));
  const others = promises.filter(([, promise]) => !isGraded(promise));
  const blocks: Block[] = [];
  const columns = of.levels.map((level) => levelName(level, of.description));
  if (graded.length > 0)
    blocks.push(
      groupedTable(
        'Targets by severity',
        ['Severity', ...columns],
        graded.map(([name, promise]) => gradedGroup(of, name, promise)),
      ),
    );
  if (others.length > 0)
    blocks.push(
      table(
        of.description.severities ? 'Targets whatever the severity' : 'Targets',
        ['Promise', ...columns],
        others.map(([name, promise]) => otherRow(of, name, promise)),
      ),
    );
  if (blocks.length === 0) return undefined;
  return {
    anchor: 'targets',
    title: 'Targets',
    blocks: [
      paragraph(
        'The clauses behind these tables say what each target runs from, what meets it and what stops its clock.',
      ),
      ...blocks,
    ],
  };
}

/** Whether a promise differs by severity, in its table or by its condition. */
function isGraded(promise: PromiseClause): boolean {
  const target = targetOf(promise);
  return target !== undefined && (hasSeverities(target) || severityTests(promise.if).length > 0);
}

function gradedGroup(of: Rendering, name: string, promise: PromiseClause): RowGroup {
  const cells = targetsOf(promise, of.description, of.level);
  const tests = severityTests(promise.if);
  const asked = Object.entries(of.description.severities?.list ?? {}).filter(([key]) => {
    const only: Condition = { text: '', anyOf: [tests] };
    return (
      holds(only, () => Number(key)) &&
      cells.some(({ severity, cell }) => (severity === undefined || severity === Number(key)) && cell !== undefined)
    );
  });
  const rows = asked.map(([key, severity]): Phrase[] => [
    `${key} – ${severity.name}`,
    ...of.levels.map((level) => cellFor(of, promise, cells, level, Number(key))),
  ]);
  return {
    heading: [{ link: promise.title, to: `promise-${name}` }],
    note: noteOf(of.description, promise, tests),
    rows,
  };
}

function otherRow(of: Rendering, name: string, promise: PromiseClause): Phrase[] {
  const cells = targetsOf(promise, of.description, of.level);
  const note = noteOf(of.description, promise, []);
  return [
    [{ link: promise.title, to: `promise-${name}` }, ...(note === '' ? [] : [` – ${note}`])],
    ...of.levels.map((level) => cellFor(of, promise, cells, level, undefined)),
  ];
}

function cellFor(
  of: Rendering,
  promise: PromiseClause,
  cells: readonly Target[],
  level: string,
  severity: number | undefined,
): string {
  const found = cells.find(
    (target) => target.level === level && (target.severity === severity || target.severity === undefined),
  );
  if (found?.cell === undefined) return '–';
  const words = cellInWords(found.cell, of.description);
  if (found.cell.cell === 'on-request' || found.cell.cell === 'none') return words;
  const isValue = found.cell.cell === 'value';
  switch (promise.form) {
    case 'update':
    case 'cadence':
      return isValue ? everyInWords(words) : intervalInWords(words);
    case 'count':
      return inEvery(words, periodInWords(promise.per));
    case 'limit': {
      const most = isValue && !words.startsWith('without') ? `at most ${words}` : words;
      return promise.per ? inEvery(most, periodInWords(promise.per)) : most;
    }
    case 'response':
    case 'request':
    case 'before':
    case 'gate':
      return words;
  }
}

/** "at intervals of at most 5 days, as the contract says". */
function intervalInWords(words: string): string {
  if (words.startsWith('between')) return `at intervals ${words}`;
  return words.startsWith('at ') ? `at intervals of ${words}` : words;
}

/** "1 to 2 times in every year of the contract, as the contract says". */
function inEvery(words: string, period: string): string {
  return words.replace(/(, as the contract says)?$/, (rest) => ` in every ${period}${rest}`);
}

/** What has to be known beside the target: who owes it where that is the customer, on what condition, on which calendar. */
function noteOf(description: Description, promise: PromiseClause, told: readonly Test[]): string {
  const parts: string[] = [];
  if (sideOf(promise.by) === 'customer') parts.push('owed by the customer');
  const rest = promise.if && {
    text: '',
    anyOf: promise.if.anyOf.map((tests) => tests.filter((test) => !told.includes(test))),
  };
  if (rest?.anyOf.every((tests) => tests.length > 0)) parts.push(`where ${conditionInWords(rest, description)}`);
  const kinds = kindsOfTime(promise, description);
  if (promise.calendar && kinds.has('working-time'))
    parts.push(
      isAlwaysOpen(promise.calendar.hours, description)
        ? 'hours count around the clock'
        : `hours count on ${titleOf(promise.calendar.hours)}`,
    );
  if (promise.calendar && kinds.has('business-days'))
    parts.push(`business days on ${titleOf(promise.calendar['business-days'])}`);
  return parts.join('; ');
}

function titleOf(calendar: string | { readonly parameter: string }): string {
  return typeof calendar === 'string'
    ? `“${calendarTitle(calendar)}”`
    : `the agreed calendar (“${capital(spaced(calendar.parameter))}”)`;
}

/** Comparisons of the severity that have to hold, where the condition has no alternatives. */
function severityTests(condition: Condition | undefined): Test[] {
  return condition?.anyOf.length === 1 ? (condition.anyOf[0] ?? []).filter(({ field }) => field === 'severity') : [];
}
