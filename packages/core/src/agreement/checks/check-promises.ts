/** Promises that cannot be kept, that nobody owes, that never bind, or that count on no calendar. */
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';
import type { PromiseClause } from '../grammar/promise.ts';
import { subjectNameOf } from '../../facts/vocabulary.ts';
import { cellsOf } from '../words/table.ts';
import { targetOf } from './tables.ts';

/** Checks each promise by itself. */
export function checkPromises({ promises, levels }: Description): Finding[] {
  return Object.entries(promises).flatMap(([name, promise]) => {
    const path = ['promises', name];
    const findings: Finding[] = [];
    if (promise.by === undefined && promise.form !== 'gate') {
      findings.push({
        code: 'promise.nobody-owes',
        path,
        at: 'key',
        sentence: `"${name}" says nobody who owes it`,
        expected: '`by` with a role of the provider or of the customer',
      });
    }
    if (promise.calendar === undefined && needsCalendar(promise)) {
      findings.push({
        code: 'promise.no-calendar',
        path,
        at: 'key',
        sentence: `"${name}" counts time, but not on which calendar`,
        expected: '`calendar` with the name of a calendar',
      });
    }
    const sold = Object.keys(levels);
    if (
      promise.levels?.every(
        (level) => levels[level]?.sold === false && !sold.some((other) => levels[other]?.includes === level),
      )
    ) {
      findings.push({
        code: 'promise.nobody-owes',
        path: [...path, 'levels'],
        at: 'key',
        sentence: `"${name}" belongs to levels that nobody can have`,
      });
    }
    return [...findings, ...impossible(promise, path), ...neverBinds(promise, path)];
  });
}

/** Everything that happens on a date or counts hours needs a zone; only a gate and a plain request do not. */
function needsCalendar(promise: PromiseClause): boolean {
  switch (promise.form) {
    case 'request':
    case 'gate':
      return false;
    case 'before':
      return promise.ahead !== undefined;
    case 'limit':
      return promise.per !== undefined;
    case 'response':
    case 'update':
    case 'cadence':
    case 'count':
      return true;
  }
}

function impossible(promise: PromiseClause, path: readonly string[]): Finding[] {
  if (
    promise.form === 'cadence' &&
    promise.every.by === 'all' &&
    promise.every.cell.cell === 'value' &&
    promise.every.cell.value.counts !== 'calendar'
  ) {
    return [
      {
        code: 'promise.impossible',
        path: [...path, 'every'],
        sentence: 'a rhythm over the whole contract goes by dates',
        expected: 'days, weeks, months, quarters or years',
      },
    ];
  }
  if (promise.form === 'before' && promise.when.some((fact) => subjectNameOf(fact) !== subjectNameOf(promise.before))) {
    return [
      {
        code: 'promise.impossible',
        path: [...path, 'before'],
        sentence: `what opens the promise and "${promise.before}" must be about the same thing`,
        expected: `a fact of ${promise.when.map(subjectNameOf).join(', ')}`,
      },
    ];
  }
  if (
    (promise.form === 'response' || promise.form === 'request') &&
    promise.until.all.some((any) => any.every((fact) => promise.when.includes(fact)))
  ) {
    return [
      {
        code: 'promise.impossible',
        path: [...path, 'until'],
        sentence: 'what opens the promise meets it at the same moment',
        expected: 'another fact',
      },
    ];
  }
  return [];
}

const SECONDS_IN_WEEK = 7 * 86_400;
const WEEKS_IN: Record<string, number> = { day: 1 / 7, week: 1, month: 31 / 7, quarter: 92 / 7, year: 366 / 7 };

function neverBinds(promise: PromiseClause, path: readonly string[]): Finding[] {
  const target = targetOf(promise);
  if (promise.form === 'count' && promise.times.by === 'all' && promise.times.cell.cell === 'value') {
    const { least, most } = promise.times.cell.value;
    if (least === 0 && most === undefined)
      return [{ code: 'promise.never-binds', path: [...path, 'times'], sentence: 'at least nothing is always kept' }];
  }
  if (promise.form !== 'limit' || target?.of !== 'quantity') return [];
  return cellsOf(target.table).flatMap(({ level, severity, cell }): Finding[] => {
    if (cell.cell !== 'value' || cell.value.of !== 'time') return [];
    const available =
      promise.per === undefined ? Number.POSITIVE_INFINITY : SECONDS_IN_WEEK * (WEEKS_IN[promise.per.unit] ?? 1);
    if (cell.value.seconds < available) return [];
    const inner = [level, severity === undefined ? undefined : String(severity)].filter((step) => step !== undefined);
    return [
      {
        code: 'promise.never-binds',
        path: [...path, 'at-most', ...inner],
        sentence: `a ${promise.per?.unit ?? 'period'} has no more hours than that`,
      },
    ];
  });
}
